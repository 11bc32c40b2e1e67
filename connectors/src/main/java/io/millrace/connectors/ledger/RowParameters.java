package io.millrace.connectors.ledger;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Binds the parameters of one row, left to right. */
final class RowParameters {
    private static final int SCALE = 8;

    private final PreparedStatement statement;
    private int column;

    RowParameters(PreparedStatement statement) {
        this.statement = statement;
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
