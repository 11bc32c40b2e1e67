package io.millrace.gateway.control;

import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Traces;
import io.millrace.schemas.UndecodableException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a write within its transaction. A row is inserted and deleted at once: change data capture reads the
 * insert from the log, and the table stays empty.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String SEQUENCE = "sequence";

    private final SchemaRegistry registry;
    private final Map<String, TopicSerde<?>> serdes = new ConcurrentHashMap<>();

    public Outbox(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds events to the transaction, in their order.
     *
     * @param id an event's identity; what follows from the event carries it too
     */
    <V> void write(Connection connection, Topic<V> topic, List<V> values, Function<V, UUID> id) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO control.outbox (id, topic, key, payload, headers) VALUES (?, ?, ?, ?, ?::jsonb)",
                new String[] {SEQUENCE})) {
            for (var value : values) {
                insert.setObject(1, id.apply(value));
                insert.setString(2, topic.name());
                insert.setString(3, topic.key().apply(value));
                insert.setBytes(4, payload(topic, value));
                insert.setString(5, headers(id.apply(value).toString()));
                insert.addBatch();
            }
            insert.executeBatch();
            try (var rows = insert.getGeneratedKeys()) {
                delete(connection, rows);
            }
        }
    }

    private static void delete(Connection connection, ResultSet inserted) throws SQLException {
        var sequences = new ArrayList<Long>();
        while (inserted.next()) {
            sequences.add(inserted.getLong(SEQUENCE));
        }
        try (var delete = connection.prepareStatement("DELETE FROM control.outbox WHERE sequence = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", sequences.toArray()));
            delete.executeUpdate();
        }
    }

    /** What could not be read again is not written: it would stop nobody, but nobody would act on it either. */
    private <V> byte[] payload(Topic<V> topic, V value) {
        try {
            var serde = serde(topic);
            var payload = serde.encode(value);
            serde.decode(payload);
            return payload;
        } catch (UndecodableException e) {
            throw Problem.of(422, "NOT_PUBLISHABLE", "no reader of " + topic + " would take this: " + e.getMessage())
                    .exception();
        } catch (UncheckedIOException e) {
            LOG.warn("cannot write for {}: {}", topic, e.getMessage());
            throw Problem.unavailable("SCHEMA_REGISTRY_UNAVAILABLE", "the schema registry cannot be reached")
                    .exception();
        } catch (IllegalStateException e) {
            LOG.warn("cannot write for {}: {}", topic, e.getMessage());
            throw Problem.unavailable("SCHEMA_NOT_REGISTERED", "the schema of " + topic + " is not registered yet")
                    .exception();
        }
    }

    @SuppressWarnings("unchecked") // serdes are kept under the topic whose type they have
    private <V> TopicSerde<V> serde(Topic<V> topic) {
        return (TopicSerde<V>) serdes.computeIfAbsent(topic.name(), name -> new TopicSerde<>(topic, registry));
    }

    private static String headers(String correlationId) {
        var headers = new RecordHeaders();
        Traces.write(headers, correlationId);
        var json = Json.object();
        headers.forEach(header -> json.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return Json.text(json);
    }
}
