package io.millrace.connectors.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.kafka.KafkaClients.Isolation;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The places up to which sources were read, by engine and source: one compacted partition, keys and values in JSON as
 * Kafka Connect writes them. The header {@code outbox.sequences} holds {@link SequenceWatch#state}.
 */
final class OffsetsTopic {
    private static final String SEQUENCES = "outbox.sequences";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final TopicPartition PARTITION = new TopicPartition(OutboxSettings.OFFSETS, 0);

    private final KafkaClients clients;
    private final JsonConverter keys = converter(true);
    private final JsonConverter values = converter(false);

    OffsetsTopic(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * @param value the offset in JSON
     * @param sequences state of the sequence watch
     */
    record Place(ByteBuffer value, String sequences) {}

    /** Creates this topic and the one for refused rows where they do not exist. */
    void create() throws InterruptedException {
        var offsets = new NewTopic(OutboxSettings.OFFSETS, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        var refused = new NewTopic(OutboxSettings.SOURCE + ".dlq", Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try (var admin = clients.admin()) {
            for (var created :
                    admin.createTopics(List.of(offsets, refused)).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException(
                                "cannot create the offsets topic: "
                                        + e.getCause().getMessage(),
                                e);
                    }
                }
            }
        }
    }

    /** The last place of each source, as committed. */
    Map<ByteBuffer, Place> read() {
        var places = new HashMap<ByteBuffer, Place>();
        try (var consumer = clients.consumer(Isolation.READ_COMMITTED)) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            while (consumer.position(PARTITION) < end) {
                for (var record : consumer.poll(POLL)) {
                    var sequences = record.headers().lastHeader(SEQUENCES).value();
                    places.put(
                            ByteBuffer.wrap(record.key()),
                            new Place(ByteBuffer.wrap(record.value()), new String(sequences, UTF_8)));
                }
            }
        }
        return places;
    }

    /** The record that says a source was read up to and including this record. */
    ProducerRecord<byte[], byte[]> record(String engine, SourceRecord last, String sequences) {
        var record = new ProducerRecord<>(
                OutboxSettings.OFFSETS,
                0,
                key(engine, last.sourcePartition()),
                values.fromConnectData(engine, null, last.sourceOffset()));
        record.headers().add(SEQUENCES, sequences.getBytes(UTF_8));
        return record;
    }

    byte[] key(String engine, Map<String, ?> source) {
        return keys.fromConnectData(engine, null, List.of(engine, source));
    }

    private static JsonConverter converter(boolean isKey) {
        var converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "false"), isKey);
        return converter;
    }
}
