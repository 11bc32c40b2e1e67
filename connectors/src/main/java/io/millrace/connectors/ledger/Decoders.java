package io.millrace.connectors.ledger;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics the ledger keeps, and how their records get into a batch. */
final class Decoders {
    private final Map<String, BiConsumer<Batch, byte[]>> byTopic = new LinkedHashMap<>();

    Decoders(SchemaRegistry registry) {
        add(Topics.DECISIONS, registry, Batch::add);
        add(Topics.APPROVED_ORDERS, registry, Batch::add);
        add(Topics.EXECUTION_REPORTS, registry, Batch::add);
        add(Topics.POSITIONS, registry, Batch::add);
        add(Topics.EQUITY, registry, Batch::add);
    }

    List<String> topics() {
        return List.copyOf(byTopic.keySet());
    }

    /** @throws UndecodableException if the record is no value of its topic */
    void decode(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        byTopic.get(record.topic()).accept(batch, record.value());
    }

    private <V> void add(Topic<V> topic, SchemaRegistry registry, BiConsumer<Batch, V> sink) {
        var serde = new TopicSerde<>(topic, registry);
        byTopic.put(topic.name(), (batch, bytes) -> sink.accept(batch, serde.decode(bytes)));
    }
}
