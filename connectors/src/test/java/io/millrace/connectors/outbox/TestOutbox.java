package io.millrace.connectors.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** A real Postgres with an outbox as the gateway makes it. */
final class TestOutbox implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    TestOutbox() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("wal_level", "logical")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA control");
            statement.execute(
                    """
                    CREATE TABLE control.outbox (
                      sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL, topic text NOT NULL,
                      key text NOT NULL, payload bytea NOT NULL, headers jsonb NOT NULL DEFAULT '{}',
                      created_at timestamptz NOT NULL DEFAULT now())""");
            statement.execute("CREATE PUBLICATION millrace_outbox FOR TABLE control.outbox WITH (publish = 'insert')");
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    OutboxSettings settings(String kafka) {
        return new OutboxSettings(kafka, url(), "postgres", "postgres", Duration.ofMillis(5), Duration.ofSeconds(1));
    }

    /** Inserts and deletes a row, as the gateway does; the caller commits. */
    static void write(Connection connection, String topic, String key, byte[] payload, String headers)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                        "INSERT INTO control.outbox (id, topic, key, payload, headers) VALUES (?, ?, ?, ?, ?::jsonb)");
                var delete = connection.createStatement()) {
            insert.setObject(1, UUID.nameUUIDFromBytes(payload));
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setBytes(4, payload);
            insert.setString(5, headers);
            insert.executeUpdate();
            delete.executeUpdate("DELETE FROM control.outbox");
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
