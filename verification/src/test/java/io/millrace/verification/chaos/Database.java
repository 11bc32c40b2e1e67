package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.parts.PostgresPart;
import io.millrace.verification.history.LedgerRow;
import io.millrace.verification.history.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger as Postgres has it. */
final class Database {
    private static final String SCHEMA = "ledger";
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
        var rows = new ArrayList<LedgerRow>();
        try (var connection = connect();
                var lines = new HistoryFile(file)) {
            for (var table : tables(connection)) {
                read(connection, table, rows);
            }
            for (var row : rows) {
                var line = JSON.createObjectNode().put("table", row.table());
                line.set("columns", JSON.valueToTree(new TreeMap<>(row.columns())));
                lines.add(line);
            }
        }
        return rows;
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(postgres.url(), PostgresPart.USER, postgres.password());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(null, SCHEMA, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static void read(Connection connection, String table, List<LedgerRow> into) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM " + SCHEMA + ".\"" + table + "\"")) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                var values = new TreeMap<String, String>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    var value = rows.getObject(i);
                    if (value != null) {
                        values.put(columns.getColumnName(i), text(value));
                    }
                }
                into.add(new LedgerRow(table, values));
            }
        }
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Array array) {
            return Stream.of((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
