package io.millrace.connectors.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the connector needs of Postgres beside the log. */
final class OutboxDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDatabase.class);

    private final OutboxSettings settings;

    OutboxDatabase(OutboxSettings settings) {
        this.settings = settings;
    }

    /** Something is missing that may come yet. */
    static final class NotReadyException extends Exception {
        NotReadyException(String message) {
            super(message);
        }
    }

    /**
     * Checks that the outbox can be read and makes the slot if there is none.
     *
     * @return Postgres' identity of its data
     * @throws NotReadyException naming what is missing
     */
    String prepare() throws NotReadyException {
        try (var connection = connect()) {
            var walLevel = text(connection, "SHOW wal_level");
            if (!"logical".equals(walLevel)) {
                throw new NotReadyException("Postgres' wal_level must be logical, was " + walLevel);
            }
            var published = text(
                    connection,
                    "SELECT schemaname || '.' || tablename FROM pg_publication_tables WHERE pubname = ?",
                    OutboxSettings.PUBLICATION);
            if (!OutboxSettings.TABLE.equals(published)) {
                throw new NotReadyException("publication " + OutboxSettings.PUBLICATION + " must be of "
                        + OutboxSettings.TABLE + ", was " + (published == null ? "missing" : "of " + published)
                        + "; the gateway's first start makes it");
            }
            prepareSlot(connection);
            return text(connection, "SELECT system_identifier::text FROM pg_control_system()");
        } catch (SQLException e) {
            throw new NotReadyException("Postgres at " + settings.postgresUrl() + ": " + e.getMessage());
        }
    }

    /** How much of the log Postgres keeps for the slot, in bytes. */
    long slotLagBytes() throws SQLException {
        try (var connection = connect()) {
            var lag = text(
                    connection,
                    "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint::text"
                            + " FROM pg_replication_slots WHERE slot_name = ?",
                    OutboxSettings.SLOT);
            return lag == null ? 0 : Long.parseLong(lag);
        }
    }

    private static void prepareSlot(Connection connection) throws SQLException, NotReadyException {
        var status = text(
                connection,
                "SELECT coalesce(wal_status, 'lost') || ' ' || coalesce('process ' || active_pid, 'free')"
                        + " FROM pg_replication_slots WHERE slot_name = ?",
                OutboxSettings.SLOT);
        if (status == null) {
            createSlot(connection);
        } else if (status.startsWith("lost")) {
            throw new NotReadyException("slot " + OutboxSettings.SLOT + " has lost its log (max_slot_wal_keep_size):"
                    + " rows written since are not published. Drop the slot to go on without them");
        } else if (!status.endsWith("free")) {
            throw new NotReadyException("slot " + OutboxSettings.SLOT + " is read by another: " + status);
        }
    }

    /** Rows come from the moment the slot exists. Those written before are told of, for nothing else knows of them. */
    private static void createSlot(Connection connection) throws SQLException {
        text(
                connection,
                "SELECT slot_name::text FROM pg_create_logical_replication_slot(?, 'pgoutput')",
                OutboxSettings.SLOT);
        var before = text(
                connection,
                "SELECT last_value::text FROM pg_sequences WHERE schemaname || '.' || sequencename ="
                        + " pg_get_serial_sequence(?, 'sequence')",
                OutboxSettings.TABLE);
        if (before == null) {
            LOG.info("made slot {}", OutboxSettings.SLOT);
        } else {
            LOG.error(
                    "made slot {}, but rows up to sequence {} were written before it existed and are not published",
                    OutboxSettings.SLOT,
                    before);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.postgresUser());
        properties.setProperty("password", settings.postgresPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", "millrace outbox");
        return DriverManager.getConnection(settings.postgresUrl(), properties);
    }

    private static String text(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
