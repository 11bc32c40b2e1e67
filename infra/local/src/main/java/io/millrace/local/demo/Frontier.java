package io.millrace.local.demo;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** How far in event time each partition has come, by the clocks in it. */
final class Frontier {
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    void seen(String topic, int partition, Clock clock) {
        reached.merge(new TopicPartition(topic, partition), clock.timeNanos(), Math::max);
    }

    /** The furthest clock of a topic, {@link Long#MIN_VALUE} without any. */
    long furthest(Topic<?> topic) {
        return reached.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic.name()))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /**
     * Whether the partition that a key's records are in has come to that time.
     *
     * @param partitions number of the topic's partitions
     */
    boolean hasReached(Topic<?> topic, int partitions, String key, long nanos) {
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
        return reached.getOrDefault(new TopicPartition(topic.name(), partition), Long.MIN_VALUE) >= nanos;
    }
}
