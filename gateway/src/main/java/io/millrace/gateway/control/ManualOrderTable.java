package io.millrace.gateway.control;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of manual orders. */
final class ManualOrderTable {
    private static final String COLUMNS = "intent_id, action, account_id, instrument, ordinal, event_time_nanos, side,"
            + " type, time_in_force, quantity, limit_price, reduce_only, cancel_order_id, reason";

    private ManualOrderTable() {}

    /** 1, 2, 3 … per account and instrument; the next one waits until this transaction ends. */
    static long nextOrdinal(Connection connection, String accountId, InstrumentId instrument) throws SQLException {
        try (var upsert = connection.prepareStatement("INSERT INTO control.manual_ordinals AS o VALUES (?, ?, 1)"
                + " ON CONFLICT (account_id, instrument) DO UPDATE SET last = o.last + 1 RETURNING last")) {
            upsert.setString(1, accountId);
            upsert.setString(2, instrument.toString());
            try (var rows = upsert.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    static void insert(Connection connection, OrderIntent intent, String author) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO control.manual_orders (" + COLUMNS
                + ", author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.fromString(intent.intentId()));
            insert.setString(2, intent.action().name());
            insert.setString(3, intent.accountId());
            insert.setString(4, intent.instrument().toString());
            insert.setLong(5, intent.ordinal());
            insert.setLong(6, intent.eventTimeNanos());
            setTerms(insert, intent.terms());
            insert.setString(13, intent.cancelOrderId());
            insert.setString(14, intent.reason());
            insert.setString(15, author);
            insert.executeUpdate();
        }
    }

    private static void setTerms(PreparedStatement insert, OrderTerms terms) throws SQLException {
        if (terms == null) {
            for (int column = 7; column <= 9; column++) {
                insert.setNull(column, Types.VARCHAR);
            }
            insert.setNull(10, Types.NUMERIC);
            insert.setNull(11, Types.NUMERIC);
            insert.setNull(12, Types.BOOLEAN);
            return;
        }
        insert.setString(7, terms.side().name());
        insert.setString(8, terms.type().name());
        insert.setString(9, terms.timeInForce().name());
        insert.setBigDecimal(10, new BigDecimal(terms.quantity().toString()));
        var limit = terms.limitPrice();
        insert.setBigDecimal(11, limit == null ? null : new BigDecimal(limit.toString()));
        insert.setBoolean(12, terms.reduceOnly());
    }

    static Optional<OrderIntent> find(Connection connection, UUID intentId) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM control.manual_orders WHERE intent_id = ? AND action = 'SUBMIT'")) {
            select.setObject(1, intentId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(intent(rows)) : Optional.empty();
            }
        }
    }

    /** Submitted orders, latest first. */
    static List<OrderIntent> latest(Connection connection, int most) throws SQLException {
        try (var select = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM control.manual_orders WHERE action = 'SUBMIT' ORDER BY created_at DESC LIMIT ?")) {
            select.setInt(1, most);
            try (var rows = select.executeQuery()) {
                var intents = new ArrayList<OrderIntent>();
                while (rows.next()) {
                    intents.add(intent(rows));
                }
                return intents;
            }
        }
    }

    private static OrderIntent intent(ResultSet row) throws SQLException {
        var action = Action.valueOf(row.getString("action"));
        return new OrderIntent(
                row.getString("intent_id"),
                action,
                OrderIntent.MANUAL,
                0,
                row.getString("account_id"),
                InstrumentId.of(row.getString("instrument")),
                row.getLong("ordinal"),
                row.getLong("event_time_nanos"),
                Ordering.ARRIVAL,
                action == Action.SUBMIT ? terms(row) : null,
                row.getString("cancel_order_id"),
                row.getString("reason"));
    }

    private static OrderTerms terms(ResultSet row) throws SQLException {
        var limit = row.getBigDecimal("limit_price");
        return new OrderTerms(
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                TimeInForce.valueOf(row.getString("time_in_force")),
                Quantity.of(row.getBigDecimal("quantity").toPlainString()),
                limit == null ? null : Price.of(limit.toPlainString()),
                row.getBoolean("reduce_only"));
    }
}
