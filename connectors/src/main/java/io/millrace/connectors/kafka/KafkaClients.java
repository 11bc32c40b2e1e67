package io.millrace.connectors.kafka;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.FETCH_MAX_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BATCH_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BUFFER_MEMORY_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.RETRY_BACKOFF_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.TRANSACTIONAL_ID_CONFIG;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka clients over plain bytes, with buffers that fit a heap of 128 MB.
 *
 * @param bootstrap {@code host:port,…}
 * @param name of the process; the broker's log shows it
 */
public record KafkaClients(String bootstrap, String name) {
    private static final int MIB = 1024 * 1024;

    /** How a consumer treats records of transactions. */
    public enum Isolation {
        READ_COMMITTED,
        READ_UNCOMMITTED
    }

    /** An admin client that gives up after 15 s. */
    public Admin admin() {
        var config = common();
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return Admin.create(config);
    }

    /** A consumer without a group: its user assigns partitions and knows the offsets. */
    public Consumer<byte[], byte[]> consumer(Isolation isolation) {
        var config = common();
        config.put(ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        config.put(ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(FETCH_MAX_BYTES_CONFIG, 8 * MIB);
        config.put(MAX_PARTITION_FETCH_BYTES_CONFIG, MIB);
        config.put(MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * An idempotent producer for a stream of many small records. It never gives a record up while later ones may pass:
     * what a partition holds is always a prefix of what was sent, so the last record found there tells where to resume.
     */
    public Producer<byte[], byte[]> streamProducer() {
        var config = producerConfig();
        config.put(DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(LINGER_MS_CONFIG, 5);
        config.put(BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(BUFFER_MEMORY_CONFIG, 32 * MIB);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A transactional producer; its predecessor with the same id is fenced by {@code initTransactions}. */
    public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
        var config = producerConfig();
        config.put(TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(LINGER_MS_CONFIG, 0);
        // The broker turns a transaction's first record away while it still ends the one before, a matter of 1 ms.
        config.put(RETRY_BACKOFF_MS_CONFIG, 1);
        config.put(MAX_REQUEST_SIZE_CONFIG, 4 * MIB);
        config.put(BUFFER_MEMORY_CONFIG, 16 * MIB);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * All partitions of a topic.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "topic " + topic + " does not exist: it is to be provisioned first");
        }
        return partitions.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private Map<String, Object> producerConfig() {
        var config = common();
        config.put(ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ACKS_CONFIG, "all");
        return config;
    }

    private Map<String, Object> common() {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, name);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return config;
    }
}
