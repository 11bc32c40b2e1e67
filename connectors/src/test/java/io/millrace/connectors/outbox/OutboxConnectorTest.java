package io.millrace.connectors.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.connectors.ChildProcess;
import io.millrace.connectors.kafka.TestBroker;
import io.millrace.connectors.outbox.OutboxDatabase.NotReadyException;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxConnectorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String DEAD_LETTERS = OutboxSettings.SOURCE + ".dlq";

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
        new OutboxDatabase(outbox.settings(broker.bootstrap())).prepare();
        write(Topics.ACCOUNTS.name(), "written before the first start");
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
    void publishesRowsWrittenAfterTheSlotWasMadeAndBeforeTheFirstStart() throws Exception {
        connector = startConnector();
        await().atMost(LONG).until(() -> payloads(Topics.ACCOUNTS.name()).contains("written before the first start"));
    }

    @Test
    void publishesARowWithItsKeyPayloadAndHeaders() throws Exception {
        connector = startConnector();
        try (var connection = outbox.connect()) {
            connection.setAutoCommit(false);
            TestOutbox.write(
                    connection, Topics.INSTRUMENTS.name(), "cautious@1", framed("one"), "{\"author\": \"ann\"}");
            connection.commit();
        }
        var record = awaitRecords(Topics.INSTRUMENTS.name(), 1).get(0);
        assertThat(new String(record.key(), UTF_8)).isEqualTo("cautious@1");
        assertThat(record.value()).isEqualTo(framed("one"));
        assertThat(header(record, "author")).isEqualTo("ann");
        assertThat(header(record, Routing.ID)).hasSize(36);
        assertThat(Long.parseLong(header(record, Routing.SEQUENCE))).isPositive();
    }

    @Test
    void publishesNothingOfARolledBackTransaction() throws Exception {
        connector = startConnector();
        try (var connection = outbox.connect()) {
            connection.setAutoCommit(false);
            TestOutbox.write(connection, Topics.STRATEGIES.name(), "key", framed("taken back"), "{}");
            connection.rollback();
        }
        write(Topics.STRATEGIES.name(), "kept");
        await().atMost(LONG).untilAsserted(() -> assertThat(payloads(Topics.STRATEGIES.name()))
                .containsExactly("kept"));
    }

    @Test
    void putsARowForAnUnknownTopicIntoTheDeadLettersAndGoesOn() throws Exception {
        connector = startConnector();
        write("control.typos.v1", "lost");
        write(Topics.QUOTES.name(), "found");
        awaitRecords(Topics.QUOTES.name(), 1);
        assertThat(broker.read(DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(framed("lost"));
            assertThat(header(letter, DeadLetters.CODE)).isEqualTo("UNKNOWN_TOPIC");
            assertThat(header(letter, DeadLetters.MESSAGE)).contains("control.typos.v1");
        });
        assertThat(metrics.counter(Metrics.REFUSED, "code", "UNKNOWN_TOPIC").count())
                .isEqualTo(1);
    }

    @Test
    void startsAgainWhenPostgresEndsItsConnection() throws Exception {
        connector = startConnector();
        write(Topics.BARS.name(), "before");
        awaitRecords(Topics.BARS.name(), 1);
        try (var connection = outbox.connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE active");
        }
        write(Topics.BARS.name(), "after");
        awaitRecords(Topics.BARS.name(), 2);
        assertThat(payloads(Topics.BARS.name())).containsExactly("before", "after");
    }

    @Test
    void aSecondConnectorWaitsForTheFirstToEnd() throws Exception {
        connector = startConnector();
        write(Topics.FEATURES.name(), "read by the first");
        awaitRecords(Topics.FEATURES.name(), 1);
        var second = new OutboxConnector(outbox.settings(broker.bootstrap()), catalogue(), metrics);
        run(second);
        try {
            await().atMost(LONG).until(() -> second.state().detail().contains("is read by another"));
            connector.stop();
            await().atMost(LONG).until(() -> second.state().streaming());
        } finally {
            second.stop();
        }
    }

    @Test
    void saysThatThePublicationIsMissing() throws Exception {
        try (var connection = outbox.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE bare");
        }
        var settings = new OutboxSettings(
                broker.bootstrap(), outbox.url().replace("/postgres?", "/bare?"), "postgres", "postgres", LONG, LONG);
        assertThatThrownBy(() -> new OutboxDatabase(settings).prepare())
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("publication millrace_outbox")
                .hasMessageContaining("missing");
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledAgainAndAgain() throws Exception {
        var topic = Topics.POLICIES.name();
        var written = new AtomicInteger();
        var writing = new AtomicBoolean(true);
        var writer = CompletableFuture.runAsync(() -> writeWhile(writing, topic, written));
        for (int kill = 1; kill <= 3; kill++) {
            try (var process = startProcess("outbox-" + kill + ".log")) {
                int before = broker.read(topic).size();
                await().atMost(LONG).until(() -> broker.read(topic).size() > before + 300);
                process.kill();
            }
        }
        writing.set(false);
        writer.join();
        try (var process = startProcess("outbox-last.log")) {
            await().atMost(LONG).until(() -> broker.read(topic).size() >= written.get());
            assertThat(process.stop()).isIn(0, 143);
        }
        var expected = IntStream.rangeClosed(1, written.get())
                .mapToObj(Integer::toString)
                .toList();
        assertThat(payloads(topic)).isEqualTo(expected);
        assertThat(written.get()).isGreaterThan(1_000);
    }

    private static void writeWhile(AtomicBoolean writing, String topic, AtomicInteger written) {
        try (var connection = outbox.connect()) {
            connection.setAutoCommit(false);
            while (writing.get()) {
                var number = Integer.toString(written.get() + 1);
                TestOutbox.write(connection, topic, "key", framed(number), "{}");
                connection.commit();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChildProcess startProcess(String log) throws Exception {
        return new ChildProcess(
                OutboxMain.class,
                Map.of(
                        "MILLRACE_KAFKA",
                        broker.bootstrap(),
                        "MILLRACE_POSTGRES",
                        outbox.url(),
                        "MILLRACE_POSTGRES_USER",
                        "postgres",
                        "MILLRACE_POSTGRES_PASSWORD",
                        "postgres"),
                directory.resolve(log));
    }

    private OutboxConnector startConnector() {
        var started = new OutboxConnector(outbox.settings(broker.bootstrap()), catalogue(), metrics);
        run(started);
        await().atMost(LONG).until(() -> started.state().streaming());
        return started;
    }

    private static void run(OutboxConnector connector) {
        var thread = new Thread(connector, "outbox");
        thread.setDaemon(true);
        thread.start();
    }

    private static Set<String> catalogue() {
        return Topics.all().stream().map(topic -> topic.name()).collect(Collectors.toSet());
    }

    private static void write(String topic, String text) throws SQLException {
        try (Connection connection = outbox.connect()) {
            connection.setAutoCommit(false);
            TestOutbox.write(connection, topic, "key", framed(text), "{}");
            connection.commit();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, int count) {
        return await().atMost(LONG).until(() -> broker.read(topic), records -> records.size() >= count);
    }

    private static List<String> payloads(String topic) {
        return broker.read(topic).stream()
                .map(record -> new String(record.value(), 5, record.value().length - 5, UTF_8))
                .toList();
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
}
