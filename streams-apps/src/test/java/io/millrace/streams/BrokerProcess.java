package io.millrace.streams;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker, alone and in KRaft mode, as a child process. */
final class BrokerProcess implements AutoCloseable {
    /** What a process is started for. */
    enum Jvm {
        /** Short work: the optimising compiler would take longer than it saves. */
        SOON_THERE,
        /** Work that goes on, as the platform's images run it. */
        LASTING
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";

    private final Path directory;
    private final int port;
    private final Jvm jvm;
    private Process process;

    private BrokerProcess(Path directory, int port, Jvm jvm) {
        this.directory = directory;
        this.port = port;
        this.jvm = jvm;
    }

    /** Starts one for a test. */
    static BrokerProcess start(Path directory) throws IOException, InterruptedException {
        return start(directory, Jvm.SOON_THERE);
    }

    static BrokerProcess start(Path directory, Jvm jvm) throws IOException, InterruptedException {
        var ports = freePorts();
        var broker = new BrokerProcess(directory, ports[0], jvm);
        Files.createDirectories(directory);
        Files.writeString(broker.config(), broker.configuration(ports[1]));
        var format = java(
                directory.resolve("format.log"),
                Jvm.SOON_THERE,
                Map.of(),
                "kafka.tools.StorageTool",
                List.of("format", "-t", CLUSTER, "-c", broker.config().toString()));
        if (!format.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
            throw new IllegalStateException("cannot format " + directory);
        }
        broker.run();
        return broker;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Makes topics of one partition. */
    void create(String... names) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            admin.createTopics(Stream.of(names)
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Kills the broker (-9) and starts it again on the same data. */
    void restart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        run();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** A JVM with this one's class path. */
    static Process java(Path log, Jvm jvm, Map<String, String> environment, String main, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC"));
        if (jvm == Jvm.SOON_THERE) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void run() throws IOException {
        process = java(directory.resolve("broker.log"), jvm, Map.of(), "kafka.Kafka", List.of(config().toString()));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            await().atMost(PATIENCE).until(() -> answers(admin));
        }
    }

    private boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the broker ended, see " + directory, e);
            }
            return false;
        }
    }

    private Path config() {
        return directory.resolve("server.properties");
    }

    /** The local platform's own settings, and what is so here. */
    private String configuration(int controllerPort) throws IOException {
        return Files.readString(settings())
                + """

                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                """
                        .formatted(port, controllerPort, directory.resolve("data"));
    }

    /** Tests run in their module, benchmarks in the project's root. */
    private static Path settings() {
        return Stream.of("infra/kafka/server.properties", "../infra/kafka/server.properties")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static int[] freePorts() throws IOException {
        try (var first = new ServerSocket(0);
                var second = new ServerSocket(0)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        }
    }
}
