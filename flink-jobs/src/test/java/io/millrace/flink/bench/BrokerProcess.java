package io.millrace.flink.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** A real broker as a process of its own, as the local platform starts it. */
final class BrokerProcess implements AutoCloseable {
    private static final int START_MILLIS = 60_000;

    private final Process process;
    private final String bootstrap;

    private BrokerProcess(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts a broker.
     *
     * @param classpath of a broker
     * @param common settings that are the same everywhere
     * @param directory for its data and its log
     */
    static BrokerProcess start(String classpath, Path common, Path directory) throws Exception {
        var bootstrap = "127.0.0.1:" + freePort();
        var controller = "127.0.0.1:" + freePort();
        var properties = directory.resolve("server.properties");
        Files.writeString(
                properties,
                Files.readString(common)
                        + """
                        controller.quorum.voters=1@%2$s
                        listeners=PLAINTEXT://%1$s,CONTROLLER://%2$s
                        log.dirs=%3$s
                        """
                                .formatted(bootstrap, controller, directory.resolve("kafka")));
        var format = java(classpath, directory, List.of("kafka.tools.StorageTool", "format"))
                .add("--cluster-id", Uuid.randomUuid().toString(), "--config", properties.toString())
                .start();
        if (format.waitFor() != 0) {
            throw new IllegalStateException(
                    "the broker's directory cannot be formatted, see " + directory.resolve("log"));
        }
        var broker = java(classpath, directory, List.of("kafka.Kafka"))
                .add(properties.toString())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroyForcibly));
        return new BrokerProcess(broker, bootstrap);
    }

    String bootstrap() {
        return bootstrap;
    }

    /** Makes a topic; the first one waits until the broker answers. */
    void create(String topic, int partitions) throws InterruptedException, ExecutionException {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, START_MILLIS);
        try (var admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** At once: nobody wants its data any more. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Words java(String classpath, Path directory, List<String> main) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-cp", classpath));
        words.addAll(main);
        return new Words(words, directory);
    }

    /** A command line in the making. */
    private record Words(List<String> words, Path directory) {
        Words add(String... more) {
            words.addAll(List.of(more));
            return this;
        }

        Process start() throws IOException {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("log").toFile()))
                    .start();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
