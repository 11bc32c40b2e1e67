package io.millrace.verification.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger as Postgres has it. */
public final class LedgerTables {
    private static final String SCHEMA = "ledger";
    private static final ObjectMapper JSON = new ObjectMapper();

    private LedgerTables() {}

    /** All rows of all of the ledger's tables. */
    public static List<LedgerRow> rows(Connection connection) throws SQLException {
        var rows = new ArrayList<LedgerRow>();
        for (var table : tables(connection)) {
            read(connection, table, rows);
        }
        return rows;
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
                        boolean isDocument = columns.getColumnTypeName(i).equals("jsonb");
                        values.put(columns.getColumnName(i), isDocument ? document(value) : text(value));
                    }
                }
                into.add(new LedgerRow(table, values));
            }
        }
    }

    private static String document(Object value) {
        try {
            return JSON.readTree(value.toString()).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Postgres gave no JSON: " + value, e);
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
