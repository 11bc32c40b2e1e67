package io.millrace.streams;

import io.millrace.schemas.process.Settings;
import io.millrace.streams.runtime.StreamsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All stages as a process of their own that can be killed; it keeps schemas in memory, so it needs no registry server. */
final class StreamsChild implements AutoCloseable {
    private final Path directory;
    private final String bootstrap;
    private Process process;

    StreamsChild(Path directory, String bootstrap) {
        this.directory = directory;
        this.bootstrap = bootstrap;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var environment = Settings.ofEnvironment();
        var settings = StreamsSettings.read(environment);
        environment.check();
        StreamsProcess.runToTheEnd(Stage.parse(arguments[0]), settings, Wire.registry());
    }

    void start() throws IOException {
        process = BrokerProcess.java(
                directory.resolve("streams.log"),
                Map.of(
                        "MILLRACE_KAFKA",
                        bootstrap,
                        "MILLRACE_REGISTRY",
                        "http://none",
                        "MILLRACE_STATE",
                        directory.resolve("state").toString()),
                StreamsChild.class.getName(),
                List.of("risk,routing,papervenue,portfolio"));
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
