package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every row that the topics ask for is in the ledger with that content, and no other. */
final class LedgerEqualsTopics implements Checker {
    private static final String NET = "NET";
    private static final Map<String, List<String>> KEYS = Map.of(
            "orders", List.of("order_id"),
            "cancels", List.of("intent_id", "order_id"),
            "fills", List.of("order_id", "report_number"),
            "decisions", List.of("intent_id"),
            "positions", List.of("account_id", "instrument", "side"));

    @Override
    public String promise() {
        return "the ledger holds exactly what the topics hold";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        history.ledger().ifPresent(rows -> compare(rows, expected(history), violations));
        return violations.list();
    }

    /** The rows that the topics ask for, with the columns that are compared. */
    static List<LedgerRow> expected(History history) {
        var rows = new ArrayList<LedgerRow>();
        var reports = history.of(Topics.EXECUTION_REPORTS).stream()
                .map(Logged::value)
                .collect(Collectors.groupingBy(ExecutionReport::orderId));
        for (var logged : history.of(Topics.APPROVED_ORDERS)) {
            var order = logged.value();
            if (order.action() == Action.SUBMIT) {
                var row = new Row("orders")
                        .put("order_id", order.orderId())
                        .put("intent_id", order.intentId())
                        .put("account_id", order.accountId())
                        .put("strategy_id", order.strategyId())
                        .put("instrument", order.instrument())
                        .put("side", order.terms().side())
                        .put("order_type", order.terms().type())
                        .put("time_in_force", order.terms().timeInForce())
                        .put("quantity", order.terms().quantity())
                        .put("limit_price", order.terms().limitPrice())
                        .put("reduce_only", order.terms().reduceOnly())
                        .put("decided_at_nanos", order.decidedAtNanos());
                rows.add(ended(row, reports.getOrDefault(order.orderId(), List.of())));
            } else if (order.action() == Action.CANCEL) {
                rows.add(new Row("cancels")
                        .put("intent_id", order.intentId())
                        .put("order_id", order.orderId())
                        .put("account_id", order.accountId())
                        .put("decided_at_nanos", order.decidedAtNanos())
                        .made());
            }
        }
        reports.values().stream()
                .flatMap(List::stream)
                .filter(report -> report.type().isFill())
                .forEach(fill -> rows.add(fill(fill)));
        decisions(history, rows);
        positions(history, rows);
        return rows;
    }

    private static LedgerRow ended(Row row, List<ExecutionReport> reports) {
        ExecutionReport last = null;
        Object status = "APPROVED";
        for (var report : reports.stream()
                .sorted(Comparator.comparingInt(ExecutionReport::reportNumber))
                .toList()) {
            if (last == null || !last.type().isFinal()) {
                last = report;
                boolean moves = !report.type().refusesChange() && report.type() != ExecutionType.REPLACED;
                status = moves ? report.type() : status;
                row.put("quantity", report.orderQuantity()).put("limit_price", report.limitPrice());
            }
        }
        return row.put("status", status)
                .put("filled_quantity", last == null ? "0" : last.cumulativeQuantity())
                .put("last_report_number", last == null ? 0 : last.reportNumber())
                .made();
    }

    private static LedgerRow fill(ExecutionReport fill) {
        return new Row("fills")
                .put("order_id", fill.orderId())
                .put("report_number", fill.reportNumber())
                .put("intent_id", fill.intentId())
                .put("account_id", fill.accountId())
                .put("strategy_id", fill.strategyId())
                .put("instrument", fill.instrument())
                .put("side", fill.side())
                .put("quantity", fill.lastQuantity())
                .put("price", fill.lastPrice())
                .put("fee", fill.fee())
                .put("market_sequence", fill.marketSequence())
                .put("event_nanos", fill.eventTimeNanos())
                .made();
    }

    private static void decisions(History history, List<LedgerRow> rows) {
        for (var logged : history.of(Topics.DECISIONS)) {
            var decision = logged.value();
            rows.add(new Row("decisions")
                    .put("intent_id", decision.intent().intentId())
                    .put("account_id", decision.intent().accountId())
                    .put("strategy_id", decision.intent().strategyId())
                    .put("approved", decision.approved())
                    .put(
                            "codes",
                            decision.objections().stream()
                                    .map(check -> check.code().name())
                                    .collect(Collectors.joining(",")))
                    .put("order_id", decision.orderId())
                    .put("policy_id", decision.policyId())
                    .put("policy_version", decision.policyVersion())
                    .put("mark", decision.mark())
                    .put("decided_at_nanos", decision.decidedAtNanos())
                    .made());
        }
    }

    private static void positions(History history, List<LedgerRow> rows) {
        var latest = new HashMap<String, LedgerRow>();
        for (var logged : history.of(Topics.POSITIONS)) {
            var position = logged.value().position();
            latest.put(
                    logged.key(),
                    new Row("positions")
                            .put("account_id", logged.value().accountId())
                            .put("instrument", position.instrument())
                            .put("side", side(logged.key()))
                            .put("quantity", position.quantity())
                            .put("cost", position.cost())
                            .put("realised_profit", position.realisedProfit())
                            .put("fees", position.fees())
                            .put("event_nanos", logged.value().eventTimeNanos())
                            .made());
        }
        rows.addAll(latest.values());
    }

    /** The third part of a position's key, if it has one: an account with one position per instrument needs none. */
    private static String side(String key) {
        var parts = key.split("\\|", -1);
        return parts.length > 2 ? parts[2] : NET;
    }

    private static final class Row {
        private final String table;
        private final Map<String, String> columns = new TreeMap<>();

        private Row(String table) {
            this.table = table;
        }

        private Row put(String column, Object value) {
            if (value != null) {
                columns.put(column, value.toString());
            }
            return this;
        }

        private LedgerRow made() {
            return new LedgerRow(table, columns);
        }
    }

    private static void compare(List<LedgerRow> rows, List<LedgerRow> expected, Violations violations) {
        var actual = new TreeMap<String, LedgerRow>();
        for (var row : rows) {
            if (KEYS.containsKey(row.table())) {
                violations.unless(actual.put(key(row), row) == null, "a row is in the ledger twice", row);
            }
        }
        for (var row : expected) {
            var there = actual.remove(key(row));
            if (there == null) {
                violations.add("a row is not in the ledger", row);
            } else {
                row.columns()
                        .forEach((column, value) -> violations.unless(
                                value.equals(said(there, column)),
                                "the ledger says " + column + " is " + said(there, column) + ", the topics say "
                                        + value,
                                row,
                                there));
            }
        }
        actual.values().forEach(row -> violations.add("a row in the ledger is not in the topics", row));
    }

    /** A position of a ledger that knows no sides is the only one of its instrument. */
    private static String said(LedgerRow row, String column) {
        return column.equals("side") && row.get(column) == null ? NET : row.get(column);
    }

    private static String key(LedgerRow row) {
        return row.table()
                + KEYS.get(row.table()).stream()
                        .map(column -> " " + said(row, column))
                        .collect(Collectors.joining());
    }
}
