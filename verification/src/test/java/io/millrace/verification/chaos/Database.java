package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.parts.PostgresPart;
import io.millrace.verification.history.LedgerRow;
import io.millrace.verification.history.LedgerTables;
import io.millrace.verification.history.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The ledger as Postgres has it. */
final class Database {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PostgresPart postgres;

    Database(PostgresPart postgres) {
        this.postgres = postgres;
    }

    /** Partitions in which the ledger is not at the end yet. */
    List<String> behind(List<Place> ends) throws SQLException, IOException {
        var behind = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT topic, partition, next_offset FROM ledger.progress")) {
            while (rows.next()) {
                var topic = rows.getString(1);
                int partition = rows.getInt(2);
                long next = rows.getLong(3);
                ends.stream()
                        .filter(end -> end.topic().equals(topic) && end.partition() == partition)
                        .filter(end -> end.offset() >= next)
                        .forEach(end -> behind.add("the ledger beyond " + next + " to " + end));
            }
        }
        return behind;
    }

    /** All rows of all of the ledger's tables; {@code file} gets them too, one JSON object each. */
    List<LedgerRow> rows(Path file) throws SQLException, IOException {
        try (var connection = connect();
                var lines = new HistoryFile(file)) {
            var rows = LedgerTables.rows(connection);
            for (var row : rows) {
                var line = JSON.createObjectNode().put("table", row.table());
                line.set("columns", JSON.valueToTree(new TreeMap<>(row.columns())));
                lines.add(line);
            }
            return rows;
        }
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(postgres.url(), PostgresPart.USER, postgres.password());
    }
}
