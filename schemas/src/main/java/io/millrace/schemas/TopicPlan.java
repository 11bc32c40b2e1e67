package io.millrace.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it is to be.
 *
 * @param config what is set on the topic; all else is the broker's default
 */
record TopicPlan(String name, int partitions, short replication, SortedMap<String, String> config) {
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(3650);
    /** A dead letter is its source's largest record and the reason. */
    private static final int DEAD_LETTER_MAX_BYTES = 2 * 1024 * 1024;

    /** Every topic of the catalogue and its dead letters. */
    static List<TopicPlan> of(List<Topic<?>> topics, Sizing sizing) {
        List<TopicPlan> plans = new ArrayList<>();
        for (var topic : topics) {
            plans.add(new TopicPlan(topic.name(), sizing.partitions(topic), sizing.replication(), configOf(topic)));
            plans.add(new TopicPlan(topic.deadLetters(), 1, sizing.replication(), deadLetterConfig()));
        }
        return plans;
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, replication).configs(config);
    }

    private static SortedMap<String, String> configOf(Topic<?> topic) {
        return switch (topic.cleanup()) {
            case DELETE -> deletedAfter(topic.retention());
            case COMPACT ->
                new TreeMap<>(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        };
    }

    private static SortedMap<String, String> deadLetterConfig() {
        var config = deletedAfter(DEAD_LETTER_RETENTION);
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_MAX_BYTES));
        return config;
    }

    /** Retention counts from the record's arrival: what is replayed is old. */
    private static SortedMap<String, String> deletedAfter(Duration retention) {
        SortedMap<String, String> config = new TreeMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return config;
    }
}
