package io.millrace.gateway;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads outbox rows as change data capture does: from the write-ahead log, through the publication. */
final class OutboxLog {
    private final String jdbcUrl;
    private final String slot;

    /** Reads a slot that exists. */
    OutboxLog(String jdbcUrl, String slot) {
        this.jdbcUrl = jdbcUrl;
        this.slot = slot;
    }

    /** Reads inserts from now on. */
    static OutboxLog fromNowOn(String jdbcUrl) {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var made = statement.executeQuery("SELECT slot_name FROM pg_create_logical_replication_slot("
                        + "current_database() || '_test', 'pgoutput')")) {
            made.next();
            return new OutboxLog(jdbcUrl, made.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows inserted since the last look, in the order of their commits. */
    List<Row> take() {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var changes = statement.executeQuery("SELECT data FROM pg_logical_slot_get_binary_changes('" + slot
                        + "', NULL, NULL, 'proto_version', '1', 'publication_names', 'millrace_outbox')")) {
            var rows = new ArrayList<Row>();
            while (changes.next()) {
                var message = ByteBuffer.wrap(changes.getBytes(1));
                if (message.get() == 'I') {
                    rows.add(row(message));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Insert: relation id, 'N', number of columns; per column 't', length, text. See Postgres, message formats. */
    private static Row row(ByteBuffer message) {
        message.getInt();
        message.get();
        var columns = new String[message.getShort()];
        for (int i = 0; i < columns.length; i++) {
            message.get();
            var text = new byte[message.getInt()];
            message.get(text);
            columns[i] = new String(text, StandardCharsets.UTF_8);
        }
        return new Row(Long.parseLong(columns[0]), columns[1], columns[2], columns[3], columns[4], columns[5]);
    }

    /** The payload is what Postgres writes for bytea: backslash, x, hexadecimal digits. */
    record Row(long sequence, String id, String topic, String key, String payload, String headers) {
        <V> V decode(Topic<V> expected, SchemaRegistry registry) {
            if (!topic.equals(expected.name())) {
                throw new AssertionError("the row is for " + topic);
            }
            var bytes = HexFormat.of().parseHex(payload.substring("\\x".length()));
            return new TopicSerde<>(expected, registry).decode(bytes);
        }
    }
}
