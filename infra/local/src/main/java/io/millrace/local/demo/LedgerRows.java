package io.millrace.local.demo;

import io.millrace.core.money.Quantity;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.CurrencyBalance;
import io.millrace.core.portfolio.EquityPoint;
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
            SELECT 'position ' || account_id || ' ' || instrument || ' ' || side || ' ' || trim_scale(quantity * 100000000) || ' '
                   || trim_scale(cost * 100000000) || ' ' || trim_scale(realised_profit * 100000000) || ' '
                   || trim_scale(fees * 100000000) || ' ' || trim_scale(funding * 100000000) FROM ledger.positions""";
    private static final String BALANCES =
            """
            SELECT 'balance ' || account_id || ' ' || currency || ' ' || trim_scale(cash * 100000000) || ' '
                   || trim_scale(value * 100000000) || ' ' || trim_scale(realised_profit * 100000000) || ' '
                   || trim_scale(fees * 100000000) || ' ' || trim_scale(funding * 100000000) FROM ledger.balances""";

    LedgerRows {
        var sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        lines = Collections.unmodifiableList(sorted);
    }

    static LedgerRows inPostgres(String url, String user, String password) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, user, password)) {
            for (var query : List.of(ORDERS, FILLS, DECISIONS, POSITIONS, BALANCES)) {
                read(connection, query, lines);
            }
        }
        return new LedgerRows(lines);
    }

    /** Every row of the tables as {@code TABLE TAB JSON}. */
    static List<String> whole(String url, String user, String password) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, user, password)) {
            for (var table : List.of(
                    "orders", "cancels", "replaces", "fills", "decisions", "positions", "accounts", "balances")) {
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
        var reports = reportsByOrder(trading);
        for (var order : trading.approvedOrders()) {
            lines.add(order(order, reports.getOrDefault(order.orderId(), List.of())));
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
        var worth = new HashMap<String, EquityPoint>();
        trading.equity().forEach(point -> worth.put(point.accountId(), point));
        worth.values()
                .forEach(point -> point.balances().forEach(balance -> lines.add(balance(point.accountId(), balance))));
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

    private static Map<String, List<ExecutionReport>> reportsByOrder(Trading trading) {
        var reports = new HashMap<String, List<ExecutionReport>>();
        for (var report : trading.reports()) {
            reports.computeIfAbsent(report.orderId(), id -> new ArrayList<>()).add(report);
        }
        return reports;
    }

    /** As the reports up to the first final one leave it; a refused change and a replace leave its status. */
    private static String order(ApprovedOrder order, List<ExecutionReport> reports) {
        var status = "APPROVED";
        var quantity = order.terms().quantity();
        var filled = Quantity.ZERO;
        for (var report : reports) {
            quantity = report.orderQuantity();
            filled = report.cumulativeQuantity();
            if (!report.type().refusesChange() && report.type() != ExecutionType.REPLACED) {
                status = report.type().name();
            }
            if (report.type().isFinal()) {
                break;
            }
        }
        return "order %s %s %s %d %d %s"
                .formatted(
                        order.orderId(),
                        order.accountId(),
                        order.terms().side(),
                        quantity.units(),
                        filled.units(),
                        status);
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
        return "position %s %s %s %d %d %d %d %d"
                .formatted(
                        changed.accountId(),
                        position.instrument(),
                        position.side(),
                        position.quantity().units(),
                        position.cost().units(),
                        position.realisedProfit().units(),
                        position.fees().units(),
                        position.funding().units());
    }

    private static String balance(String accountId, CurrencyBalance balance) {
        return "balance %s %s %d %d %d %d %d"
                .formatted(
                        accountId,
                        balance.currency(),
                        balance.cash().units(),
                        balance.value().units(),
                        balance.realisedProfit().units(),
                        balance.fees().units(),
                        balance.funding().units());
    }
}
