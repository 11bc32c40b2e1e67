package io.millrace.connectors.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.kafka.KafkaClients.Isolation;
import io.millrace.connectors.ledger.Progress.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads and writes on one connection, from the progress on, until something fails or it is told to stop. */
final class LedgerSession implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final Decoders decoders;
    private final MeterRegistry metrics;
    private final Connection connection;
    private final Consumer<byte[], byte[]> consumer;
    private final RefusedRecords refusedRecords;
    private final Progress progress;
    private final LedgerWriter writer;
    private final Timer transaction;
    private final Map<String, Integer> partitionCounts = new HashMap<>();

    /** Takes over the connection. */
    LedgerSession(KafkaClients clients, Decoders decoders, Connection connection, MeterRegistry metrics) {
        this.clients = clients;
        this.decoders = decoders;
        this.metrics = metrics;
        this.connection = connection;
        this.consumer = clients.consumer(Isolation.READ_COMMITTED);
        this.refusedRecords = new RefusedRecords(clients, metrics);
        this.progress = new Progress(connection);
        this.writer = new LedgerWriter(connection, decoders, refusedRecords, progress);
        this.transaction = metrics.timer(Metrics.TRANSACTION);
    }

    /** Assigns every partition of the topics and goes to where the tables stand. */
    void open() throws SQLException, ConflictException, InterruptedException {
        var topicIds = topicIds();
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : decoders.topics()) {
            var ofTopic = KafkaClients.partitions(consumer, topic);
            partitionCounts.put(topic, ofTopic.size());
            partitions.addAll(ofTopic);
        }
        consumer.assign(partitions);
        var firstOffsets = consumer.beginningOffsets(partitions);
        for (var partition : partitions) {
            consumer.seek(
                    partition, progress.open(partition, topicIds.get(partition.topic()), firstOffsets.get(partition)));
        }
    }

    /** Takes what has come, waiting a little for it. */
    void step() throws SQLException, ConflictException {
        var records = consumer.poll(POLL);
        var moved = moved();
        if (!moved.isEmpty()) {
            long start = System.nanoTime();
            writer.write(list(records), moved);
            transaction.record(Duration.ofNanos(System.nanoTime() - start));
            records.partitions().forEach(p -> metrics.counter(Metrics.RECORDS, "topic", p.topic())
                    .increment(records.records(p).size()));
        }
    }

    /** Records that have not been taken yet, as far as the consumer knows. */
    long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Whether a topic has got more partitions than are read. */
    boolean isOutgrown() {
        return partitionCounts.entrySet().stream()
                .anyMatch(count -> consumer.partitionsFor(count.getKey()).size() != count.getValue());
    }

    private static List<ConsumerRecord<byte[], byte[]>> list(ConsumerRecords<byte[], byte[]> records) {
        var list = new ArrayList<ConsumerRecord<byte[], byte[]>>(records.count());
        records.forEach(list::add);
        return list;
    }

    /** Where the consumer stands now, ends of transactions included, for partitions that moved. */
    private Map<TopicPartition, Long> moved() {
        var moved = new LinkedHashMap<TopicPartition, Long>();
        for (var partition : consumer.assignment()) {
            long position = consumer.position(partition);
            if (!progress.isAt(partition, position)) {
                moved.put(partition, position);
            }
        }
        return moved;
    }

    private Map<String, String> topicIds() throws InterruptedException {
        try (var admin = clients.admin()) {
            var ids = new HashMap<String, String>();
            admin.describeTopics(decoders.topics())
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
            return ids;
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            consumer.close();
            refusedRecords.close();
        }
    }
}
