package io.millrace.streams;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.test.TestRecord;

/** The topics of a real broker: what a test sends into them, and what is committed in them. */
final class RealTopics implements Feed.Sink, Outcome.Source, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Wire wire;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> received = new HashMap<>();
    private final Consumer<byte[], byte[]> consumer;

    RealTopics(String bootstrap, Wire wire) {
        this.wire = wire;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(info -> !info.topic().startsWith("millrace-"))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void version(Feed.Version<?> version) {
        send(version.topic(), version.in(wire));
    }

    /** Signals' clocks go to every partition, everything else where its key belongs. */
    @Override
    public void send(Topic<?> topic, TestRecord<byte[], byte[]> sent) {
        if (sent.value() == null && topic.equals(Topics.INTENTS)) {
            IntStream.range(0, topic.partitions()).forEach(partition -> send(topic, partition, sent));
        } else {
            send(topic, null, sent);
        }
    }

    /** Waits until all that was sent is in the topics. */
    void flush() {
        producer.flush();
    }

    @Override
    public <V> List<V> values(Topic<V> topic) {
        poll();
        return of(topic.name()).stream()
                .filter(record -> record.value() != null)
                .map(record -> wire.decode(topic, record.value()))
                .toList();
    }

    /** Whether portfolio has told every partition, for both instruments, that it is at a time. */
    boolean portfolioIsAt(long nanos) {
        poll();
        return of(Topics.EQUITY.name()).stream()
                        .flatMap(record -> wire.clockOf(record.headers()).stream())
                        .filter(clock -> clock.timeNanos() >= nanos)
                        .count()
                >= 2L * Topics.EQUITY.partitions();
    }

    int count(String topic) {
        poll();
        return of(topic).size();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void poll() {
        for (var records = consumer.poll(POLL); !records.isEmpty(); records = consumer.poll(POLL)) {
            records.forEach(record -> of(record.topic()).add(record));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return received.computeIfAbsent(topic, name -> new ArrayList<>());
    }

    private void send(Topic<?> topic, Integer partition, TestRecord<byte[], byte[]> sent) {
        var unused = producer.send(
                new ProducerRecord<>(topic.name(), partition, sent.key(), sent.value(), sent.headers()),
                (metadata, failure) -> {
                    if (failure != null) {
                        throw new IllegalStateException(topic.name(), failure);
                    }
                });
    }
}
