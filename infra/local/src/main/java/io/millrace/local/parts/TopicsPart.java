package io.millrace.local.parts;

import io.millrace.local.process.TaskPart;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.Provisioning;
import io.millrace.schemas.Sizing;
import io.millrace.schemas.process.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The catalogue's topics and subjects, with one partition each unless the environment asks for more. */
public final class TopicsPart implements TaskPart {
    private final State state;
    private final PortPlan ports;
    private final Map<String, String> settings;

    TopicsPart(State state, PortPlan ports, Map<String, String> settings) {
        this.state = state;
        this.ports = ports;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<String> needs() {
        return List.of("kafka", "registry");
    }

    @Override
    public void run() throws IOException {
        Files.createDirectories(state.logs());
        var environment = new HashMap<>(System.getenv());
        environment.putAll(settings);
        var wanted = Settings.of(environment);
        var sizing = Sizing.of(wanted, Sizing.SMALLEST);
        wanted.check();
        Map<String, Object> admin = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.address(LocalPort.KAFKA));
        var registry = ConfluentRegistry.at(ports.url(LocalPort.REGISTRY) + RegistryPart.API);
        try (var log = new PrintWriter(Files.newBufferedWriter(state.log(name())))) {
            Provisioning.provision(admin, registry, sizing, log::println);
        }
    }
}
