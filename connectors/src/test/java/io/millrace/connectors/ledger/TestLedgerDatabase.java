package io.millrace.connectors.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A real Postgres, a database per ledger. */
final class TestLedgerDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    TestLedgerDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Makes a database. */
    Database create(String name) throws SQLException {
        execute(url("postgres"), "CREATE DATABASE " + name);
        return new Database(url(name));
    }

    private String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    /** Cuts off every ledger, in whatever it is doing. */
    void cutConnections() throws SQLException {
        execute(
                url("postgres"),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'millrace ledger'");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One ledger's tables. */
    record Database(String url) {
        LedgerSettings settings(String kafka) {
            return new LedgerSettings(kafka, "http://127.0.0.1:1", url, "postgres", "postgres");
        }

        /** The rows of a query, columns joined by {@code |}; none if there is no such table yet. */
        List<String> rows(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    var statement = connection.createStatement()) {
                var exists = statement.executeQuery("SELECT to_regclass('ledger.progress') IS NOT NULL");
                exists.next();
                return exists.getBoolean(1) ? rows(statement.executeQuery(sql)) : List.of();
            }
        }

        long number(String sql) throws SQLException {
            var rows = rows(sql);
            return rows.isEmpty() ? 0 : Long.parseLong(rows.get(0));
        }

        void execute(String sql) throws SQLException {
            TestLedgerDatabase.execute(url, sql);
        }

        private static List<String> rows(java.sql.ResultSet result) throws SQLException {
            var rows = new ArrayList<String>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }
}
