package io.millrace.connectors.kafka;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** The partition that Kafka's producers put a key into. */
public final class KeyPartition {
    private KeyPartition() {}

    /**
     * The partition of a key.
     *
     * @param partitions all of a topic
     */
    public static TopicPartition of(byte[] key, List<TopicPartition> partitions) {
        int number = Utils.toPositive(Utils.murmur2(key)) % partitions.size();
        return new TopicPartition(partitions.get(0).topic(), number);
    }
}
