package io.millrace.streams;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;

/** Records of all topics as bytes and back, over one registry. */
final class Wire {
    /** Ids follow the order of registration, so two such registries agree. */
    static SchemaRegistry registry() {
        var registry = new InMemoryRegistry();
        for (var topic : Topics.all()) {
            registry.register(topic.subject(), topic.codec().schema());
        }
        return registry;
    }

    private final SchemaRegistry registry;
    private final Map<Topic<?>, TopicSerde<?>> serdes = new HashMap<>();

    Wire(SchemaRegistry registry) {
        this.registry = registry;
    }

    <V> TestRecord<byte[], byte[]> value(Topic<V> topic, V value) {
        return new TestRecord<>(bytes(topic.key().apply(value)), serde(topic).encode(value), new RecordHeaders());
    }

    TestRecord<byte[], byte[]> clock(String key, Clock clock) {
        var headers = new RecordHeaders();
        ClockRecords.write(headers, clock);
        return new TestRecord<>(bytes(key), null, headers);
    }

    <V> V decode(Topic<V> topic, byte[] value) {
        return serde(topic).decode(value);
    }

    Optional<Clock> clockOf(Headers headers) {
        return ClockRecords.read(headers);
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private <V> TopicSerde<V> serde(Topic<V> topic) {
        return (TopicSerde<V>) serdes.computeIfAbsent(topic, t -> new TopicSerde<>(t, registry));
    }
}
