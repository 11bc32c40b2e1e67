package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL of what people asked for. */
final class ManualOrderTable {
    private static final String COLUMNS = "intent_id, action, account_id, instrument, ordinal, event_time_nanos,"
            + " cancel_order_id, reason, request";
    private static final String ATTACHED = "attached";
    private static final String CONTINGENCY = "contingency";
    private static final int MOST_ATTACHED = 1_000;

    private ManualOrderTable() {}

    /** Who numbers its orders by itself: an account in an instrument, which is null for commands to the account. */
    record Numbered(String accountId, InstrumentId instrument) {}

    /** 1, 2, 3 … for each; the next one waits until this transaction ends. */
    static Map<Numbered, Long> nextOrdinals(Connection connection, List<Numbered> numbered) throws SQLException {
        try (var upsert = connection.prepareStatement("INSERT INTO control.manual_ordinals AS o"
                + " SELECT account_id, instrument, 1 FROM unnest(?, ?) AS asked (account_id, instrument)"
                + " ON CONFLICT (account_id, instrument) DO UPDATE SET last = o.last + 1"
                + " RETURNING account_id, instrument, last")) {
            var accounts = numbered.stream().map(Numbered::accountId);
            var instruments = numbered.stream().map(one -> text(one.instrument()));
            upsert.setArray(1, connection.createArrayOf("text", accounts.toArray()));
            upsert.setArray(2, connection.createArrayOf("text", instruments.toArray()));
            try (var rows = upsert.executeQuery()) {
                var ordinals = new HashMap<Numbered, Long>();
                while (rows.next()) {
                    ordinals.put(
                            new Numbered(rows.getString("account_id"), instrument(rows.getString("instrument"))),
                            rows.getLong("last"));
                }
                return ordinals;
            }
        }
    }

    static void insert(Connection connection, List<OrderIntent> intents, String author) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO control.manual_orders (" + COLUMNS
                + ", author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)")) {
            for (var intent : intents) {
                insert.setObject(1, UUID.fromString(intent.intentId()));
                insert.setString(2, intent.action().name());
                insert.setString(3, intent.accountId());
                insert.setString(4, text(intent.instrument()));
                insert.setLong(5, intent.ordinal());
                insert.setLong(6, intent.eventTimeNanos());
                insert.setString(7, intent.cancelOrderId());
                insert.setString(8, intent.reason());
                insert.setString(9, intent.terms() == null ? null : Json.text(request(intent)));
                insert.setString(10, author);
                insert.addBatch();
            }
            insert.executeBatch();
        }
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

    private static ObjectNode request(OrderIntent intent) {
        var request = TermsDocument.write(intent.terms());
        if (intent.contingency() != null) {
            request.put(CONTINGENCY, intent.contingency().name());
            request.set(ATTACHED, Json.array(intent.attached().stream().map(TermsDocument::write)));
        }
        return request;
    }

    private static OrderIntent intent(ResultSet row) throws SQLException {
        var request = row.getString("request");
        var fields = Fields.of(request == null ? Json.object() : Json.stored(request));
        var wish = new Wish(
                Action.valueOf(row.getString("action")),
                row.getString("account_id"),
                instrument(row.getString("instrument")),
                request == null ? null : TermsDocument.read(fields),
                row.getString("cancel_order_id"),
                row.getString("reason"),
                attached(fields),
                fields.choice(CONTINGENCY, Contingency.class, null));
        return wish.intent(row.getString("intent_id"), row.getLong("ordinal"), row.getLong("event_time_nanos"));
    }

    private static List<OrderTerms> attached(Fields fields) {
        return fields.objects(ATTACHED, MOST_ATTACHED).stream()
                .map(TermsDocument::read)
                .toList();
    }

    /** Empty for a command to a whole account. */
    private static String text(InstrumentId instrument) {
        return instrument == null ? "" : instrument.toString();
    }

    private static InstrumentId instrument(String text) {
        return text.isEmpty() ? null : InstrumentId.of(text);
    }
}
