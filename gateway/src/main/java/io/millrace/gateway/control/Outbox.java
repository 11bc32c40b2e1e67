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
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a write within its transaction. The row is inserted and deleted at once: change data capture reads the
 * insert from the log, and the table stays empty.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final SchemaRegistry registry;
    private final Map<String, TopicSerde<?>> serdes = new ConcurrentHashMap<>();

    public Outbox(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds an event to the transaction.
     *
     * @param id the event's identity
     * @param correlationId what follows from this event carries it too
     */
    <V> void write(Connection connection, Topic<V> topic, V value, UUID id, String correlationId) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO control.outbox (id, topic, key, payload, headers)"
                + " VALUES (?, ?, ?, ?, ?::jsonb) RETURNING sequence")) {
            insert.setObject(1, id);
            insert.setString(2, topic.name());
            insert.setString(3, topic.key().apply(value));
            insert.setBytes(4, payload(topic, value));
            insert.setString(5, headers(correlationId));
            try (var rows = insert.executeQuery()) {
                rows.next();
                delete(connection, rows.getLong(1));
            }
        }
    }

    private static void delete(Connection connection, long sequence) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM control.outbox WHERE sequence = ?")) {
            delete.setLong(1, sequence);
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
