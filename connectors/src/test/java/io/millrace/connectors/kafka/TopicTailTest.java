package io.millrace.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.connectors.kafka.KafkaClients.Isolation;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTailTest {
    @TempDir
    static Path directory;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(directory);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void findsTheLastMatchHoweverFarBack() throws Exception {
        var partition = new TopicPartition(Topics.TRADES.name(), 0);
        try (var producer = broker.clients().streamProducer()) {
            send(producer, partition, "a", "first");
            send(producer, partition, "a", "last");
            for (int i = 0; i < 5_000; i++) {
                send(producer, partition, "b", "other " + i);
            }
        }
        assertThat(last(partition, "a")).contains("last");
        assertThat(last(partition, "b")).contains("other 4999");
        assertThat(last(partition, "c")).isEmpty();
    }

    @Test
    void isNotMisledByTheEndsOfTransactions() throws Exception {
        var partition = new TopicPartition(Topics.TRADES.name(), 1);
        try (var producer = broker.clients().transactionalProducer("tail")) {
            producer.initTransactions();
            for (int i = 0; i < 600; i++) {
                producer.beginTransaction();
                send(producer, partition, i == 0 ? "a" : "b", "committed " + i);
                producer.commitTransaction();
            }
            producer.beginTransaction();
            send(producer, partition, "a", "aborted");
            producer.abortTransaction();
        }
        assertThat(last(partition, "a")).contains("committed 0");
        assertThat(last(partition, "b")).contains("committed 599");
    }

    @Test
    void findsNothingInAnEmptyPartition() {
        assertThat(last(new TopicPartition(Topics.TRADES.name(), 2), "a")).isEmpty();
    }

    @Test
    void namesATopicThatDoesNotExist() {
        try (var consumer = broker.clients().consumer(Isolation.READ_COMMITTED)) {
            assertThatThrownBy(() -> KafkaClients.partitions(consumer, "no.such.v1"))
                    .isInstanceOf(UnknownTopicOrPartitionException.class)
                    .hasMessageContaining("no.such.v1");
        }
    }

    @Test
    void putsAKeyWhereTheProducerPutsIt() throws Exception {
        try (var producer = broker.clients().streamProducer();
                var consumer = broker.clients().consumer(Isolation.READ_COMMITTED)) {
            var partitions = KafkaClients.partitions(consumer, Topics.QUOTES.name());
            for (var key : new String[] {"BTC-USD.BITSTAMP", "ETH-USD.BITSTAMP", "SPY.ARCA", "a", ""}) {
                var sent = producer.send(new ProducerRecord<>(Topics.QUOTES.name(), key.getBytes(UTF_8), new byte[1]))
                        .get();
                assertThat(KeyPartition.of(key.getBytes(UTF_8), partitions).partition())
                        .isEqualTo(sent.partition());
            }
        }
    }

    private static void send(Producer<byte[], byte[]> producer, TopicPartition to, String key, String value)
            throws ExecutionException, InterruptedException {
        var sent = producer.send(
                new ProducerRecord<>(to.topic(), to.partition(), key.getBytes(UTF_8), value.getBytes(UTF_8)));
        if (value.equals("aborted")) {
            sent.get();
        }
    }

    private static Optional<String> last(TopicPartition partition, String key) {
        try (var consumer = broker.clients().consumer(Isolation.READ_COMMITTED)) {
            return new TopicTail(consumer)
                    .last(partition, record -> key.equals(new String(record.key(), UTF_8)))
                    .map(record -> new String(record.value(), UTF_8));
        }
    }
}
