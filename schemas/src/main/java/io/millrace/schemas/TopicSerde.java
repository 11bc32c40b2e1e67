package io.millrace.schemas;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A topic's values in Confluent's wire format. Null stands for null: a clock record, or a deletion.
 *
 * <p>The schema's id is asked for when the first value is written, so the topic must have been provisioned by then. May be
 * shared by threads, which then wait for each other; a serde per thread is faster.
 *
 * @param <V> the domain's type of the topic's values
 */
public final class TopicSerde<V> implements Serde<V> {
    private final AvroEncoder<V> encoder;
    private final AvroDecoder<V> decoder;

    public TopicSerde(Topic<V> topic, SchemaRegistry registry) {
        var model = GeneratedClasses.model();
        encoder = new AvroEncoder<>(topic, registry, model);
        decoder = new AvroDecoder<>(topic, registry, model);
    }

    public byte[] encode(V value) {
        return value == null ? null : encoder.encode(value);
    }

    /**
     * The value in a record, null if it has none.
     *
     * @throws UndecodableException if the bytes hold no value of the topic
     * @throws java.io.UncheckedIOException if the registry cannot be reached: the record is not to blame
     */
    public V decode(byte[] bytes) {
        return bytes == null ? null : decoder.decode(bytes);
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> encode(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> decode(bytes);
    }
}
