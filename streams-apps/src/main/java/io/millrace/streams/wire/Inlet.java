package io.millrace.streams.wire;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A topic that a stage reads. The source passes bytes on, so that a record that cannot be decoded is an ordinary step of
 * the stage: its dead letter and its offset are in one transaction.
 *
 * @param <V> the topic's values
 */
public final class Inlet<V> {
    private final Topic<V> topic;
    private final TopicSerde<V> serde;
    private final Consumer<V> onValue;
    private final Consumer<Clock> onClock;

    private Inlet(Topic<V> topic, TopicSerde<V> serde, Consumer<V> onValue, Consumer<Clock> onClock) {
        this.topic = topic;
        this.serde = serde;
        this.onValue = onValue;
        this.onClock = onClock;
    }

    /** Reads a topic; values and clocks go to the two functions. A null without a clock means nothing and is skipped. */
    public static <V> Inlet<V> of(
            Topic<V> topic, SchemaRegistry registry, Consumer<V> onValue, Consumer<Clock> onClock) {
        return new Inlet<>(topic, new TopicSerde<>(topic, registry), onValue, onClock);
    }

    /** Adds a topic's source, named as the topic. */
    public static void addSource(Topology topology, Topic<?> topic) {
        addSource(topology, topic, (received, partitionTime) -> received.timestamp());
    }

    /**
     * Adds the source of a topic whose records the loop waits for: they are taken before those of other topics. A task
     * takes next what has the earliest timestamp; event time is in the values and no concern of it.
     */
    public static void addUrgentSource(Topology topology, Topic<?> topic) {
        addSource(topology, topic, (received, partitionTime) -> 0);
    }

    private static void addSource(Topology topology, Topic<?> topic, TimestampExtractor urgency) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                topic.name(),
                urgency,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.name());
    }

    String topic() {
        return topic.name();
    }

    void take(Record<byte[], byte[]> rec) {
        if (rec.value() == null) {
            ClockRecords.read(rec.headers()).ifPresent(onClock);
        } else {
            onValue.accept(serde.decode(rec.value()));
        }
    }
}
