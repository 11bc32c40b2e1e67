package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of one table of versions.
 *
 * @param name the table in the schema {@code control}
 */
record VersionedTable<T>(String name, Document<T> document) {
    /** Makes writers of one id wait for each other until their transactions end; takes the ids in the order given. */
    void lock(Connection connection, List<String> ids) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT pg_advisory_xact_lock(hashtextextended(? || id, 0)) FROM unnest(?) AS id")) {
            statement.setString(1, name + "/");
            statement.setArray(2, connection.createArrayOf("text", ids.toArray()));
            statement.execute();
        }
    }

    boolean exists(Connection connection, String id) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT 1 FROM control." + name + " WHERE id = ? AND version = 1")) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    Optional<Stored<T>> latest(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT id, version, body, author, created_at FROM control."
                + name + " WHERE id = ? ORDER BY version DESC LIMIT 1")) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(stored(rows)) : Optional.empty();
            }
        }
    }

    /** The latest version of each, by id. */
    List<Stored<T>> latest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT DISTINCT ON (id) id, version, body, author, created_at"
                        + " FROM control." + name + " ORDER BY id, version DESC");
                var rows = statement.executeQuery()) {
            var all = new ArrayList<Stored<T>>();
            while (rows.next()) {
                all.add(stored(rows));
            }
            return all;
        }
    }

    Stored<T> insert(Connection connection, T entity, String author) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO control." + name
                + " (id, version, effective_from_nanos, body, author) VALUES (?, ?, ?, ?::jsonb, ?)"
                + " RETURNING created_at")) {
            statement.setString(1, document.id(entity));
            statement.setLong(2, document.version(entity));
            statement.setLong(3, document.effectiveFromNanos(entity));
            statement.setString(4, Json.text(document.write(entity)));
            statement.setString(5, author);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Stored<>(entity, document.version(entity), author, instant(rows, 1));
            }
        }
    }

    /** A version as people get it. */
    ObjectNode json(Stored<T> stored) {
        var json = Json.object()
                .put(document.idField(), document.id(stored.entity()))
                .put("version", stored.version());
        json.setAll(document.write(stored.entity()));
        return json.put("author", stored.author())
                .put("createdAt", stored.createdAt().toString());
    }

    private Stored<T> stored(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        var fields = Fields.of(Json.stored(row.getString("body")));
        var entity = document.read(row.getString("id"), fields, Instant.EPOCH).version(version);
        return new Stored<>(entity, version, row.getString("author"), instant(row, 5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
