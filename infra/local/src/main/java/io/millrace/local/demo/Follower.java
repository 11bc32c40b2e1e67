package io.millrace.local.demo;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every topic of the catalogue from its beginning, committed records only. */
final class Follower implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final List<TopicPartition> partitions = new ArrayList<>();

    Follower(String kafka, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.reader = reader;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
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

    /** Takes in what is there, or waits for it. Returns the number of records. */
    int poll(Duration patience) {
        var records = consumer.poll(patience);
        records.forEach(reader);
        return records.count();
    }

    /** Whether nothing is left to read, and no open transaction hides anything. */
    boolean isAtEnd() throws InterruptedException {
        var ends = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())));
        try {
            for (var partition : partitions) {
                if (consumer.position(partition)
                        < ends.partitionResult(partition).get().offset()) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException brokerAway) {
            return false;
        }
    }

    /** Number of a topic's partitions. */
    int partitions(Topic<?> topic) {
        return (int) partitions.stream()
                .filter(partition -> partition.topic().equals(topic.name()))
                .count();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
