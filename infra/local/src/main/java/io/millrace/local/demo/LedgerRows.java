package io.millrace.local.demo;

import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger as lines of text, one per row, sorted: what Postgres holds, or what the topics say it must hold.
 *
 * @param lines amounts are counts of 1e-8
 */
record LedgerRows(List<String> lines) {
    private static final String ORDERS =
            """
            SELECT 'order ' || order_id || ' ' || account_id || ' ' || side || ' ' || trim_scale(quantity * 100000000)
                   || ' ' || trim_scale(filled_quantity * 100000000) || ' ' || status FROM ledger.orders""";
    private static final String FILLS =
            """
            SELECT 'fill ' || order_id || ' ' || report_number || ' ' || account_id || ' ' || side || ' '
                   || trim_scale(quantity * 100000000) || ' ' || trim_scale(price * 100000000) || ' '
                   || trim_scale(fee * 100000000) || ' ' || event_nanos FROM ledger.fills""";
    private static final String DECISIONS =
            """
            SELECT 'decision ' || intent_id || ' ' || account_id || ' ' || approved || ' ' || decided_at_nanos
            FROM ledger.decisions""";
    private static final String POSITIONS =
            """
            SELECT 'position ' || account_id || ' ' || instrument || ' ' || trim_scale(quantity * 100000000) || ' '
                   || trim_scale(cost * 100000000) || ' ' || trim_scale(realised_profit * 100000000) || ' '
                   || trim_scale(fees * 100000000) FROM ledger.positions""";

    LedgerRows {
        var sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        lines = Collections.unmodifiableList(sorted);
    }

    static LedgerRows inPostgres(String url, String user, String password) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, user, password)) {
            for (var query : List.of(ORDERS, FILLS, DECISIONS, POSITIONS)) {
                read(connection, query, lines);
            }
        }
        return new LedgerRows(lines);
    }

    /** Every row of the tables as {@code TABLE TAB JSON}. */
    static List<String> whole(String url, String user, String password) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, user, password)) {
            for (var table : List.of("orders", "cancels", "fills", "decisions", "positions")) {
                read(
                        connection,
                        "SELECT '" + table + "' || chr(9) || row_to_json(t) FROM ledger." + table + " t",
                        rows);
            }
        }
        return rows;
    }

    static LedgerRows inTopics(Trading trading) {
        var lines = new ArrayList<String>();
        var latest = latestReports(trading);
        for (var order : trading.approvedOrders()) {
            lines.add(order(order, latest.get(order.orderId())));
        }
        trading.fills().forEach(fill -> lines.add(fill(fill)));
        trading.decisions().forEach(one -> {
            var decision = one.decision();
            lines.add("decision %s %s %s %d"
                    .formatted(
                            decision.intent().intentId(),
                            decision.intent().accountId(),
                            decision.approved(),
                            decision.decidedAtNanos()));
        });
        trading.positions().values().forEach(position -> lines.add(position(position)));
        return new LedgerRows(lines);
    }

    /** The first line that only one of the two has. */
    Optional<String> differenceTo(LedgerRows other) {
        int i = 0;
        while (i < lines.size() && i < other.lines.size() && lines.get(i).equals(other.lines.get(i))) {
            i++;
        }
        return i == lines.size() && i == other.lines.size()
                ? Optional.empty()
                : Optional.of("'" + at(lines, i) + "' against '" + at(other.lines, i) + "'");
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "nothing";
    }

    private static void read(Connection connection, String query, List<String> lines) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
    }

    private static Map<String, ExecutionReport> latestReports(Trading trading) {
        var latest = new HashMap<String, ExecutionReport>();
        trading.reports()
                .forEach(report -> latest.merge(
                        report.orderId(),
                        report,
                        (one, other) -> one.reportNumber() > other.reportNumber() ? one : other));
        return latest;
    }

    private static String order(ApprovedOrder order, ExecutionReport latest) {
        return "order %s %s %s %d %d %s"
                .formatted(
                        order.orderId(),
                        order.accountId(),
                        order.terms().side(),
                        order.terms().quantity().units(),
                        latest == null ? 0 : latest.cumulativeQuantity().units(),
                        latest == null ? "APPROVED" : latest.type());
    }

    private static String fill(ExecutionReport fill) {
        return "fill %s %d %s %s %d %d %d %d"
                .formatted(
                        fill.orderId(),
                        fill.reportNumber(),
                        fill.accountId(),
                        fill.side(),
                        fill.lastQuantity().units(),
                        fill.lastPrice().units(),
                        fill.fee().units(),
                        fill.eventTimeNanos());
    }

    private static String position(AccountPosition changed) {
        var position = changed.position();
        return "position %s %s %d %d %d %d"
                .formatted(
                        changed.accountId(),
                        position.instrument(),
                        position.quantity().units(),
                        position.cost().units(),
                        position.realisedProfit().units(),
                        position.fees().units());
    }
}
