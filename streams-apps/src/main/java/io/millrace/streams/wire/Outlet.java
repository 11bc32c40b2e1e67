package io.millrace.streams.wire;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Traces;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A topic that a stage writes: adds its sink to a topology and forwards values and clocks into it, in order.
 *
 * @param <V> the topic's values
 */
public final class Outlet<V> {
    private final Topic<V> topic;
    private final TopicSerde<V> serde;

    public Outlet(Topic<V> topic, SchemaRegistry registry) {
        this.topic = topic;
        this.serde = new TopicSerde<>(topic, registry);
    }

    /** Adds the sink, named as the topic. */
    public void addTo(Topology topology, String... parents) {
        topology.addSink(
                topic.name(),
                topic.name(),
                new StringSerializer(),
                new OutboundSerializer<>(serde),
                new ToNamedPartition<V>(),
                parents);
    }

    /** Sends a value, traced by the intent that caused it. */
    public void send(ProcessorContext<Object, Object> context, V value, String correlationId) {
        var headers = new RecordHeaders();
        Traces.write(headers, correlationId);
        forward(context, topic.key().apply(value), new Outbound.Data<>(value), headers);
    }

    /** Sends a value that no single intent caused. */
    public void send(ProcessorContext<Object, Object> context, V value) {
        forward(context, topic.key().apply(value), new Outbound.Data<>(value), new RecordHeaders());
    }

    /** Sends a clock to the partition of a key. */
    public void tick(ProcessorContext<Object, Object> context, String key, Clock clock) {
        forward(context, key, new Outbound.Tick<>(clock, OptionalInt.empty()), new RecordHeaders());
    }

    /** Sends a clock to one partition. */
    public void tick(ProcessorContext<Object, Object> context, int partition, Clock clock) {
        forward(
                context,
                clock.instrument().toString(),
                new Outbound.Tick<>(clock, OptionalInt.of(partition)),
                new RecordHeaders());
    }

    /** Hands a value on to a processor of the same topology instead of the topic. */
    public void pass(ProcessorContext<Object, Object> context, V value, String processor) {
        forward(context, topic.key().apply(value), new Outbound.Data<>(value), new RecordHeaders(), processor);
    }

    /** Hands a clock on to a processor of the same topology instead of the topic. */
    public void pass(ProcessorContext<Object, Object> context, Clock clock, String processor) {
        forward(
                context,
                clock.instrument().toString(),
                new Outbound.Tick<>(clock, OptionalInt.empty()),
                new RecordHeaders(),
                processor);
    }

    private void forward(
            ProcessorContext<Object, Object> context, String key, Outbound<V> outbound, RecordHeaders headers) {
        forward(context, key, outbound, headers, topic.name());
    }

    private static <V> void forward(
            ProcessorContext<Object, Object> context,
            String key,
            Outbound<V> outbound,
            RecordHeaders headers,
            String child) {
        context.forward(new Record<>(key, outbound, context.currentSystemTimeMs(), headers), child);
    }

    private static final class ToNamedPartition<V> implements StreamPartitioner<String, Outbound<V>> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, String key, Outbound<V> outbound, int count) {
            return outbound instanceof Outbound.Tick<V> tick && tick.partition().isPresent()
                    ? Optional.of(Set.of(tick.partition().getAsInt()))
                    : Optional.empty();
        }
    }
}
