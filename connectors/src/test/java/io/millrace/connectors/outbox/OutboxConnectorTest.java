package io.millrace.connectors.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.connectors.kafka.TestBroker;
import io.millrace.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxConnectorTest {
    private static final Set<String> CATALOGUE = Set.of(Topics.INTENTS.name(), Topics.POLICIES.name());
    private static final Duration LONG = Duration.ofSeconds(15);

    @TempDir
    static Path directory;

    private static TestBroker broker;
    private static TestOutbox outbox;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private OutboxConnector connector;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(directory);
        outbox = new TestOutbox();
    }

    @AfterAll
    static void end() throws Exception {
        outbox.close();
        broker.close();
    }

    @AfterEach
    void stopConnector() throws InterruptedException {
        if (connector != null) {
            connector.stop();
        }
    }

    @Test
    void publishesARowWithItsKeyPayloadAndHeaders() throws Exception {
        startConnector();
        try (var connection = outbox.connect()) {
            connection.setAutoCommit(false);
            TestOutbox.write(connection, Topics.POLICIES.name(), "cautious@1", framed("one"), "{\"author\": \"ann\"}");
            connection.commit();
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(broker.read(Topics.POLICIES.name()))
                .anySatisfy(record -> {
                    assertThat(new String(record.key(), UTF_8)).isEqualTo("cautious@1");
                    assertThat(record.value()).isEqualTo(framed("one"));
                    assertThat(header(record, "author")).isEqualTo("ann");
                }));
    }

    private void startConnector() throws Exception {
        connector = new OutboxConnector(outbox.settings(broker.bootstrap()), CATALOGUE, metrics);
        var thread = new Thread(connector, "outbox");
        thread.setDaemon(true);
        thread.start();
        await().atMost(LONG).until(() -> connector.state().streaming());
    }

    private static byte[] framed(String text) {
        var bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(5 + bytes.length)
                .put((byte) 0)
                .putInt(1)
                .put(bytes)
                .array();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    static List<String> unused() {
        return List.of();
    }
}
