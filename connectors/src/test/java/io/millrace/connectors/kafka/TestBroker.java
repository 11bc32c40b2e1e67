package io.millrace.connectors.kafka;

import io.millrace.connectors.TestRegistry;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.Provisioning;
import io.millrace.schemas.Sizing;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real broker in this process, on free ports, with the topics and subjects of the catalogue. */
public final class TestBroker implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConfig config;
    private KafkaRaftServer server;
    private final String bootstrap;
    private final InMemoryRegistry registry = TestRegistry.create();

    public TestBroker(Path directory) throws IOException {
        int port = freePort();
        int controllerPort = freePort();
        bootstrap = "127.0.0.1:" + port;
        var properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", "PLAINTEXT://" + bootstrap + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "log.dirs", directory.resolve("log").toString(),
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "auto.create.topics.enable", "false"));
        properties.putAll(Map.of(
                "transaction.state.log.num.partitions",
                "2",
                "add.partitions.to.txn.retry.backoff.ms",
                "1",
                "log.cleaner.dedupe.buffer.size",
                "4194304"));
        format(directory, properties);
        config = new KafkaConfig(properties);
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        Provisioning.provision(Map.of("bootstrap.servers", bootstrap), registry, Sizing.DEFAULT, line -> {});
    }

    public String bootstrap() {
        return bootstrap;
    }

    public InMemoryRegistry registry() {
        return registry;
    }

    public KafkaClients clients() {
        return new KafkaClients(bootstrap, "test");
    }

    /** All committed records of a topic, per partition in order. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = clients().consumer(KafkaClients.Isolation.READ_COMMITTED)) {
            var partitions = KafkaClients.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /** Ends the broker and starts it again, with what it had stored. */
    public void restart() {
        close();
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory, Properties properties) throws IOException {
        var file = directory.resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(command, out) != 0) {
            throw new IllegalStateException("the broker's directory cannot be formatted: " + directory);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
