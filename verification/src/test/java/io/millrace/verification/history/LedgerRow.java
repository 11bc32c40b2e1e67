package io.millrace.verification.history;

import java.util.Map;

/**
 * A row of the ledger.
 *
 * @param columns by name: numbers as plain decimals without trailing zeros, null is left out
 */
public record LedgerRow(String table, Map<String, String> columns) {
    String get(String column) {
        return columns.get(column);
    }
}
