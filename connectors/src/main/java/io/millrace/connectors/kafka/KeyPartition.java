package io.millrace.connectors.kafka;

import org.apache.kafka.common.utils.Utils;

/** The partition that Kafka's producers put a key into. */
public final class KeyPartition {
    private KeyPartition() {}

    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
