package io.millrace.flink.kafka;

import io.millrace.flink.job.JobSettings;
import io.millrace.flink.job.Start;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Sources and sinks of the jobs. */
public final class KafkaParts {
    private KafkaParts() {}

    /** Follows trades from where the settings say. */
    @SuppressWarnings("deprecation") // the connector takes no other type
    public static KafkaSource<KafkaRecord> trades(JobSettings settings, String topic) {
        var start = settings.start() == Start.COMMITTED
                ? OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)
                : OffsetsInitializer.earliest();
        return source(settings, topic, start);
    }

    /** Follows a control topic: all of it, then what comes. */
    public static KafkaSource<KafkaRecord> control(JobSettings settings, String topic) {
        return source(settings, topic, OffsetsInitializer.earliest());
    }

    private static KafkaSource<KafkaRecord> source(JobSettings settings, String topic, OffsetsInitializer start) {
        return KafkaSource.<KafkaRecord>builder()
                .setBootstrapServers(settings.kafka())
                .setTopics(topic)
                .setGroupId(settings.group())
                .setClientIdPrefix(settings.group() + "-" + topic)
                .setStartingOffsets(start)
                .setDeserializer(new RecordDeserializer())
                .setProperty("isolation.level", "read_committed")
                .setProperty("partition.discovery.interval.ms", "10000")
                .build();
    }

    /** Everything once: visible to readers of committed records after the checkpoint that covers it. */
    public static KafkaSink<KafkaRecord> exactlyOnce(JobSettings settings, List<String> topics) {
        return sink(settings, topics)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                // The suffix keeps one group's name from being the beginning of another's.
                .setTransactionalIdPrefix(settings.group() + ".tx")
                .setProperty(
                        "transaction.timeout.ms",
                        Long.toString(settings.transactionTimeout().toMillis()))
                .build();
    }

    /** Everything at once, and after a restart possibly again: receivers drop what they have seen. */
    public static KafkaSink<KafkaRecord> atLeastOnce(JobSettings settings, List<String> topics) {
        return sink(settings, topics)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty("linger.ms", "0")
                .build();
    }

    private static KafkaSinkBuilder<KafkaRecord> sink(JobSettings settings, List<String> topics) {
        return KafkaSink.<KafkaRecord>builder()
                .setBootstrapServers(settings.kafka())
                .setRecordSerializer(new RecordSerializer(topics))
                .setProperty("enable.idempotence", "true")
                .setProperty("acks", "all");
    }
}
