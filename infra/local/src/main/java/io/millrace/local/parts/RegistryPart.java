package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The schema registry (Apicurio, spoken to through its Confluent API); schemas and ids are kept in a file. */
public final class RegistryPart implements ProcessPart {
    /** Path of the Confluent API. */
    public static final String API = "/apis/ccompat/v7";

    private final Installation installation;
    private final State state;
    private final PortPlan ports;

    public RegistryPart(Installation installation, State state, PortPlan ports) {
        this.installation = installation;
        this.state = state;
        this.ports = ports;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public Command command() throws IOException {
        var database = "jdbc:h2:file:" + state.of(name()).resolve("registry");
        var flags = List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + ports.number(LocalPort.REGISTRY),
                "-Dquarkus.datasource.jdbc.url=" + database,
                "-Dregistry.datasource.url=" + database,
                "-Dquarkus.log.console.color=false");
        return new JavaProcess(192, 128, flags, runner().toString(), List.of("io.quarkus.runner.GeneratedMain"))
                .command(Map.of(), state.of(name()))
                .yielding();
    }

    @Override
    public boolean isReady() throws Exception {
        Probes.connect(ports.number(LocalPort.REGISTRY));
        var api = ports.url(LocalPort.REGISTRY) + API;
        Probes.get(api + "/subjects");
        Probes.send(HttpRequest.newBuilder(URI.create(api + "/config"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}")));
        return true;
    }

    private Path runner() throws IOException {
        var directory = installation.built("infra/local/registry").resolve("registry");
        try (var files = Files.newDirectoryStream(directory, "*-runner.jar")) {
            for (var file : files) {
                return file;
            }
        }
        throw new IOException("not built: no runner in " + directory + "; run ./mvnw -DskipTests package");
    }
}
