package io.millrace.verification.history;

import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.portfolio.Lot;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every row that the topics ask for is in the ledger with that content, and no other. */
final class LedgerEqualsTopics implements Checker {
    private static final String NET = "NET";
    private static final Map<String, List<String>> KEYS = Map.of(
            "orders", List.of("order_id"),
            "cancels", List.of("intent_id", "order_id"),
            "replaces", List.of("intent_id"),
            "fills", List.of("order_id", "report_number"),
            "decisions", List.of("intent_id"),
            "positions", List.of("account_id", "instrument", "side"),
            "accounts", List.of("account_id"),
            "balances", List.of("account_id", "currency"));

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
    private static List<LedgerRow> expected(History history) {
        var rows = new ArrayList<LedgerRow>();
        var reports = history.of(Topics.EXECUTION_REPORTS).stream()
                .map(Logged::value)
                .collect(Collectors.groupingBy(ExecutionReport::orderId));
        for (var logged : history.of(Topics.APPROVED_ORDERS)) {
            var order = logged.value();
            rows.add(
                    switch (order.action()) {
                        case SUBMIT -> ended(order(order), reports.getOrDefault(order.orderId(), List.of()));
                        case REPLACE -> replace(order);
                        default -> change("cancels", order).made();
                    });
        }
        reports.values().stream()
                .flatMap(List::stream)
                .filter(report -> report.type().isFill())
                .forEach(fill -> rows.add(fill(fill)));
        decisions(history, rows);
        positions(history, rows);
        worth(history, rows);
        return rows;
    }

    private static Row order(ApprovedOrder order) {
        var terms = order.terms();
        var link = order.link();
        return new Row("orders")
                .put("order_id", order.orderId())
                .put("intent_id", order.intentId())
                .put("account_id", order.accountId())
                .put("strategy_id", order.strategyId())
                .put("instrument", order.instrument())
                .put("side", terms.side())
                .put("order_type", terms.type())
                .put("time_in_force", terms.timeInForce())
                .put("quantity", terms.quantity())
                .put("limit_price", terms.limitPrice())
                .put("trigger_price", terms.triggerPrice())
                .put("expire_at_nanos", terms.expireAtNanos() == 0 ? null : terms.expireAtNanos())
                .put("post_only", terms.postOnly())
                .put("display_quantity", terms.displayQuantity())
                .put("reduce_only", terms.reduceOnly())
                .put("group_id", link == null ? null : link.groupId())
                .put("parent_order_id", link == null ? null : link.parentOrderId())
                .put("decided_at_nanos", order.decidedAtNanos())
                .put("last_event_nanos", null)
                .put("reason", "");
    }

    private static Row change(String table, ApprovedOrder order) {
        return new Row(table)
                .put("intent_id", order.intentId())
                .put("order_id", order.orderId())
                .put("account_id", order.accountId())
                .put("strategy_id", order.strategyId())
                .put("instrument", order.instrument())
                .put("decided_at_nanos", order.decidedAtNanos());
    }

    private static LedgerRow replace(ApprovedOrder order) {
        return change("replaces", order)
                .put("quantity", order.terms().quantity())
                .put("limit_price", order.terms().limitPrice())
                .put("trigger_price", order.terms().triggerPrice())
                .made();
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
                row.put("quantity", report.orderQuantity())
                        .put("last_event_nanos", report.eventTimeNanos())
                        .put("reason", report.reason());
                if (report.limitPrice() != null) {
                    row.put("limit_price", report.limitPrice());
                }
                if (report.triggerPrice() != null) {
                    row.put("trigger_price", report.triggerPrice());
                }
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
                .put("liquidity", fill.liquidity())
                .put("currency", fill.currency())
                .made();
    }

    private static void decisions(History history, List<LedgerRow> rows) {
        for (var logged : history.of(Topics.DECISIONS)) {
            var decision = logged.value();
            rows.add(new Row("decisions")
                    .put("intent_id", decision.intent().intentId())
                    .put("account_id", decision.intent().accountId())
                    .put("strategy_id", decision.intent().strategyId())
                    .put("strategy_version", decision.intent().strategyVersion())
                    .put("instrument", decision.intent().instrument())
                    .put("action", decision.intent().action())
                    .put("event_nanos", decision.intent().eventTimeNanos())
                    .put("mode", decision.mode())
                    .put("mark_nanos", decision.markTimeNanos())
                    .put("clock_wait_exceeded", decision.clockWaitExceeded())
                    .put("reason", decision.intent().reason())
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
                            .put("currency", position.currency())
                            .put("funding", position.funding())
                            .put("lots", lots(position.lots().toList()))
                            .put("event_nanos", logged.value().eventTimeNanos())
                            .made());
        }
        rows.addAll(latest.values());
    }

    /** Every account's latest worth, and every balance as it was last told. */
    private static void worth(History history, List<LedgerRow> rows) {
        var latest = new TreeMap<String, LedgerRow>();
        for (var logged : history.of(Topics.EQUITY)) {
            var point = logged.value();
            latest.put(
                    point.accountId(),
                    new Row("accounts")
                            .put("account_id", point.accountId())
                            .put("currency", point.currency())
                            .put("equity", point.equity())
                            .put("deposits", point.deposits())
                            .put("cash", point.cash())
                            .put("realised_profit", point.realisedProfit())
                            .put("unrealised_profit", point.unrealisedProfit())
                            .put("fees", point.fees())
                            .put("funding", point.funding())
                            .put("peak_equity", point.peakEquity())
                            .put("initial_margin", point.initialMargin())
                            .put("maintenance_margin", point.maintenanceMargin())
                            .put("free_balance", point.freeBalance())
                            .put("event_nanos", point.eventTimeNanos())
                            .made());
            point.balances()
                    .forEach(balance -> latest.put(
                            point.accountId() + " " + balance.currency(),
                            new Row("balances")
                                    .put("account_id", point.accountId())
                                    .put("currency", balance.currency())
                                    .put("deposits", balance.deposits())
                                    .put("cash", balance.cash())
                                    .put("value", balance.value())
                                    .put("realised_profit", balance.realisedProfit())
                                    .put("unrealised_profit", balance.unrealisedProfit())
                                    .put("fees", balance.fees())
                                    .put("funding", balance.funding())
                                    .put("rate", balance.rate())
                                    .put("event_nanos", point.eventTimeNanos())
                                    .made()));
        }
        rows.addAll(latest.values());
    }

    /** In the order in which Postgres writes a document's fields. */
    private static String lots(List<Lot> lots) {
        return lots.stream()
                .map(lot -> "{\"cost\":\"%s\",\"quantity\":\"%s\",\"opened_nanos\":%d}"
                        .formatted(lot.cost(), lot.quantity(), lot.openedNanos()))
                .collect(Collectors.joining(",", "[", "]"));
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
            columns.put(column, value == null ? null : value.toString());
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
                                Objects.equals(value, said(there, column)),
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
