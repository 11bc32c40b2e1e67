package io.millrace.flink.kafka;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Traces;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes records of a topic: values, and the clocks between them.
 *
 * @param <V> the domain's type of its values
 */
public final class Encoder<V> {
    private final Topic<V> topic;
    private final TopicSerde<V> serde;

    public Encoder(Topic<V> topic, SchemaRegistry registry) {
        this.topic = topic;
        this.serde = new TopicSerde<>(topic, registry);
    }

    public KafkaRecord value(V value) {
        return KafkaRecord.of(producerRecord(value));
    }

    /** A value that begins or continues a trace. */
    public KafkaRecord value(V value, String correlationId) {
        var record = producerRecord(value);
        Traces.write(record.headers(), correlationId);
        return KafkaRecord.of(record);
    }

    /** A clock to the partition of its instrument. */
    public KafkaRecord clock(Clock clock) {
        return clock(clock, null);
    }

    /** A clock to one partition, for a topic whose key is not the instrument. */
    public KafkaRecord clock(Clock clock, Integer partition) {
        var record = new ProducerRecord<byte[], byte[]>(
                topic.name(), partition, bytes(clock.instrument().toString()), null);
        ClockRecords.write(record.headers(), clock);
        return KafkaRecord.of(record);
    }

    private ProducerRecord<byte[], byte[]> producerRecord(V value) {
        return new ProducerRecord<>(topic.name(), bytes(topic.key().apply(value)), serde.encode(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
