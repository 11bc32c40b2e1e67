package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own controller. */
public final class KafkaPart implements ProcessPart {
    private static final String MODULE = "infra/local/kafka";

    private final Installation installation;
    private final State state;
    private final PortPlan ports;

    public KafkaPart(Installation installation, State state, PortPlan ports) {
        this.installation = installation;
        this.state = state;
        this.ports = ports;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(directory());
        Files.writeString(configuration(), properties());
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
    }

    @Override
    public Command command() throws IOException {
        return java(384, List.of("kafka.Kafka", configuration().toString()));
    }

    @Override
    public boolean isReady() throws Exception {
        Probes.connect(ports.number(LocalPort.KAFKA));
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                ports.address(LocalPort.KAFKA),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000);
        try (var admin = Admin.create(client)) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        }
    }

    private Path directory() {
        return state.of(name());
    }

    private Path data() {
        return directory().resolve("data");
    }

    private Path configuration() {
        return directory().resolve("server.properties");
    }

    private Command java(int heapMiB, List<String> mainAndArguments) throws IOException {
        return new JavaProcess(
                        heapMiB,
                        128,
                        List.of(installation.logging()),
                        installation.dependencies(MODULE),
                        mainAndArguments)
                .command(Map.of(), directory());
    }

    private void format() throws IOException, InterruptedException {
        OneShot.run(
                java(
                        128,
                        List.of(
                                "kafka.tools.StorageTool",
                                "format",
                                "--cluster-id",
                                Uuid.randomUuid().toString(),
                                "--config",
                                configuration().toString())),
                state.log("kafka-format"));
    }

    /** What is the same everywhere, and what is so on this machine. */
    private String properties() throws IOException {
        return Files.readString(installation.root().resolve("infra/kafka/server.properties"))
                + """
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%4$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                """
                        .formatted(
                                ports.number(LocalPort.KAFKA),
                                ports.number(LocalPort.KAFKA_CONTROLLER),
                                data(),
                                ports.listening(LocalPort.KAFKA));
    }
}
