package io.millrace.streams.runtime;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import io.millrace.streams.state.BoundedRocks;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings for low latency, exactly once, and a quick return after a kill. */
final class StreamsConfigs {
    /** Longest wait in one poll: punctuators and commits of a quiet app are late by at most this. */
    private static final int POLL_MILLIS = 5;

    private static final int HEARTBEATS_PER_SESSION = 4;
    /** How often it is looked whether an instance that was given state to warm up is ready to take over. */
    private static final int PROBING_MILLIS = 60_000;

    private static final int RECONNECT_MAX_MILLIS = 500;
    private static final int LINGER_MILLIS = 20;
    /** How long an instance that does not come back keeps what it was writing from being read past. */
    private static final int TRANSACTION_TIMEOUT_MILLIS = 10_000;

    /** A changelog is compacted but for its last segment, and what is not is read at the next start. */
    private static final int CHANGELOG_SEGMENT_BYTES = 16 << 20;

    private static final int FOLLOWER_FETCH_BYTES = 256 << 10;
    private static final int FOLLOWER_FETCH_MILLIS = 50;

    private StreamsConfigs() {}

    /** For an app that nobody waits for in event time: reads in fewer, larger portions. */
    static Properties ofFollower(StreamsSettings settings, String application) {
        var config = of(settings, application);
        config.put(mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), FOLLOWER_FETCH_BYTES);
        config.put(mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FOLLOWER_FETCH_MILLIS);
        return config;
    }

    static Properties of(StreamsSettings settings, String application) {
        var config = new Properties();
        int sessionMillis = Math.toIntExact(settings.sessionTimeout().toMillis());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.state().toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        config.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_MILLIS);
        config.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        // Order between topics is made by clocks, so a task never waits for one of its partitions.
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        config.put(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MILLIS);
        config.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // A commit sends at once what lingers, and before it nobody sees it: so a transaction is one request, not many.
        config.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        config.put(producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 1);
        config.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MILLIS);
        config.put(consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        config.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), CHANGELOG_SEGMENT_BYTES);
        // Static membership: the instance that comes back after a kill takes its partitions back without a rebalance.
        config.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
        config.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionMillis);
        config.put(
                mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                sessionMillis / HEARTBEATS_PER_SESSION);
        return config;
    }
}
