package io.millrace.flink.kafka;

import java.io.Serializable;
import java.util.List;

/** What a function asks the broker when it opens. */
public interface Broker extends Serializable {
    int partitions(String topic);

    /** All committed records of a topic, up to where it ends now; in the order of each partition. */
    List<KafkaRecord> readToEnd(String topic);
}
