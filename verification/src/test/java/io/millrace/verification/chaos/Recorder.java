package io.millrace.verification.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.local.demo.Transcript;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.Place;
import io.millrace.verification.history.RawRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A committed reader of every topic that lives through all faults, and so sees what any reader would have seen. Keeps the
 * records, and writes them as {@code demo --records} does.
 */
final class Recorder implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final Transcript transcript;
    private final Consumer<RawRecord> listener;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final List<RawRecord> records = new ArrayList<>();

    /** @param transcript gets all that it sees, and is closed with it */
    Recorder(String kafka, Transcript transcript, Consumer<RawRecord> listener) {
        this.transcript = transcript;
        this.listener = listener;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
        for (var topic : Topics.all()) {
            for (var name : List.of(topic.name(), topic.deadLetters())) {
                consumer.partitionsFor(name)
                        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes in what is there, or waits for it. */
    void poll(Duration patience) {
        for (var record : consumer.poll(patience)) {
            var taken = taken(record);
            records.add(taken);
            transcript.add(record);
            listener.accept(taken);
        }
    }

    /** Where it stands in partitions that are not at their end. */
    List<String> behind() throws InterruptedException {
        var ends = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())));
        var behind = new ArrayList<String>();
        for (var partition : partitions) {
            try {
                long end = ends.partitionResult(partition).get().offset();
                if (consumer.position(partition) < end) {
                    behind.add(partition + " at " + consumer.position(partition) + " of " + end);
                }
            } catch (ExecutionException brokerAway) {
                behind.add(partition + ": " + brokerAway.getMessage());
            }
        }
        return behind;
    }

    int partitions(Topic<?> topic) {
        return (int) partitions.stream()
                .filter(partition -> partition.topic().equals(topic.name()))
                .count();
    }

    /** All that it has seen, each partition in its order. */
    List<RawRecord> records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        admin.close();
        transcript.close();
    }

    private static RawRecord taken(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                new Place(record.topic(), record.partition(), record.offset()),
                record.timestamp(),
                record.key() == null ? null : new String(record.key(), UTF_8),
                record.value(),
                text(record.headers()));
    }

    private static Map<String, String> text(Headers headers) {
        var text = new LinkedHashMap<String, String>();
        headers.forEach(
                header -> text.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8)));
        return text;
    }
}
