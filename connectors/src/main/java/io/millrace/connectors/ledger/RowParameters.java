package io.millrace.connectors.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

/** Binds the parameters of one row, left to right. */
final class RowParameters {
    private static final int SCALE = 8;

    /** Binds one value's row. */
    @FunctionalInterface
    interface Binder<V> {
        void bind(RowParameters row, V value) throws SQLException;
    }

    private final PreparedStatement statement;
    private int column;

    RowParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Runs a statement for each value, in one batch. */
    static <V> void each(Connection connection, String sql, Collection<V> values, Binder<V> binder)
            throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var value : values) {
                binder.bind(new RowParameters(statement), value);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    RowParameters text(Object value) throws SQLException {
        statement.setString(++column, value == null ? null : value.toString());
        return this;
    }

    RowParameters texts(List<String> values) throws SQLException {
        statement.setArray(++column, statement.getConnection().createArrayOf("text", values.toArray()));
        return this;
    }

    RowParameters number(long value) throws SQLException {
        statement.setLong(++column, value);
        return this;
    }

    RowParameters numberOrNull(Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++column, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    RowParameters flag(boolean value) throws SQLException {
        statement.setBoolean(++column, value);
        return this;
    }

    /** @param units count of 1e-8 */
    RowParameters decimal(Long units) throws SQLException {
        if (units == null) {
            statement.setNull(++column, Types.NUMERIC);
        } else {
            statement.setBigDecimal(++column, BigDecimal.valueOf(units, SCALE));
        }
        return this;
    }
}
