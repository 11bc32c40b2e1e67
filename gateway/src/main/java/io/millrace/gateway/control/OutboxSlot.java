package io.millrace.gateway.control;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes the log keep outbox rows from the very first one on, whether or not change data capture has started by then: a
 * row that is written before the replication slot exists would never be published. A slot that went missing later is not
 * made again here, since that would hide the rows lost with it.
 */
final class OutboxSlot {
    /** The slot that change data capture reads. */
    static final String NAME = "millrace_outbox";

    private OutboxSlot() {}

    /**
     * Makes the slot if no row was ever written. To be called after the publication exists and before writes are taken.
     *
     * @throws SQLException if {@code wal_level} is not {@code logical} or the user may not replicate
     */
    static void ensureBeforeFirstRow(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                SELECT pg_create_logical_replication_slot(?, 'pgoutput')
                WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = ?)
                  AND (SELECT last_value FROM pg_sequences
                       WHERE schemaname = 'control' AND sequencename = 'outbox_sequence_seq') IS NULL""")) {
            statement.setString(1, NAME);
            statement.setString(2, NAME);
            statement.execute();
        }
    }
}
