package io.millrace.connectors.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The ledger's schema in Postgres. */
final class LedgerDatabase {
    private final LedgerSettings settings;
    private boolean migrated;

    LedgerDatabase(LedgerSettings settings) {
        this.settings = settings;
    }

    /** A connection without auto-commit; the first one brings the schema up to date. */
    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.postgresUser());
        properties.setProperty("password", settings.postgresPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "millrace ledger");
        var connection = DriverManager.getConnection(settings.postgresUrl(), properties);
        if (!migrated) {
            migrate();
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(settings.postgresUrl(), settings.postgresUser(), settings.postgresPassword())
                .schemas(LedgerSettings.SCHEMA)
                .locations("classpath:ledger/migration")
                .load()
                .migrate();
        migrated = true;
    }
}
