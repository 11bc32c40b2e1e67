package io.millrace.streams;

import io.millrace.schemas.process.Settings;
import io.millrace.streams.runtime.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Stages as a process of their own that can be killed; it keeps schemas in memory, so it needs no registry server. */
final class StreamsChild implements AutoCloseable {
    static final String ALL = "risk,routing,papervenue,portfolio";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final String bootstrap;
    private final String stages;
    private final String instance;
    private final BrokerProcess.Jvm jvm;
    private Process process;

    StreamsChild(Path directory, String bootstrap) {
        this(directory, bootstrap, ALL, "0", BrokerProcess.Jvm.SOON_THERE);
    }

    /** @param instance its name among several, which have directories of their own */
    StreamsChild(Path directory, String bootstrap, String stages, String instance) {
        this(directory, bootstrap, stages, instance, BrokerProcess.Jvm.SOON_THERE);
    }

    StreamsChild(Path directory, String bootstrap, String stages, String instance, BrokerProcess.Jvm jvm) {
        this.jvm = jvm;
        this.directory = directory;
        this.bootstrap = bootstrap;
        this.stages = stages;
        this.instance = instance;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var environment = Settings.ofEnvironment();
        var settings = StreamsSettings.read(environment);
        environment.check();
        StreamsProcess.runToTheEnd(Stage.parse(arguments[0]), settings, Wire.registry());
    }

    void start() throws IOException {
        Files.createDirectories(directory);
        process = BrokerProcess.java(
                directory.resolve("streams.log"),
                jvm,
                Map.of(
                        "MILLRACE_KAFKA",
                        bootstrap,
                        "MILLRACE_REGISTRY",
                        "http://none",
                        "MILLRACE_INSTANCE",
                        instance,
                        "MILLRACE_STATE",
                        directory.resolve("state").toString()),
                StreamsChild.class.getName(),
                List.of(stages));
    }

    /** What it has taken of the processors so far. */
    Duration busy() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As a deployment does: tells it to end and waits until it has. */
    void drain() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still runs " + PATIENCE + " after it was told to end, see " + directory);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
