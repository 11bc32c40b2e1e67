package io.millrace.flink.kafka;

import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;

/** A broker with four partitions of trading.intents and the control records it was made with. */
public final class TestBroker implements Broker {
    public static final int PARTITIONS = 4;

    private static final long serialVersionUID = 1;

    private final ArrayList<String> topics = new ArrayList<>();
    private final ArrayList<byte[]> keys = new ArrayList<>();
    private final ArrayList<byte[]> values = new ArrayList<>();

    public TestBroker(List<KafkaRecord> control) {
        for (var record : control) {
            topics.add(record.topic);
            keys.add(record.key);
            values.add(record.value);
        }
    }

    @Override
    public int partitions(String topic) {
        return topic.equals(Topics.INTENTS.name()) ? PARTITIONS : 1;
    }

    @Override
    public List<KafkaRecord> readToEnd(String topic) {
        var records = new ArrayList<KafkaRecord>();
        for (int i = 0; i < keys.size(); i++) {
            if (!topic.equals(topics.get(i))) {
                continue;
            }
            var record = new KafkaRecord();
            record.topic = topic;
            record.partition = 0;
            record.offset = i;
            record.key = keys.get(i);
            record.value = values.get(i);
            records.add(record);
        }
        return records;
    }
}
