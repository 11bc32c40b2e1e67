package io.millrace.connectors.ledger;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.RiskDecision;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a number of records say, at most one row of a key per table: a statement of many rows may not touch a row twice.
 */
final class Batch {
    private final Map<String, RiskDecision> decisions = new LinkedHashMap<>();
    private final Map<String, ApprovedOrder> orders = new LinkedHashMap<>();
    private final Map<String, ApprovedOrder> cancels = new LinkedHashMap<>();
    private final Map<String, ExecutionReport> fills = new LinkedHashMap<>();
    private final Map<String, ApprovedOrder> replaces = new LinkedHashMap<>();
    private final Map<String, Reported> reported = new LinkedHashMap<>();
    private final Map<String, EquityPoint> equity = new LinkedHashMap<>();
    private final Map<String, AccountPosition> positions = new LinkedHashMap<>();

    void add(RiskDecision decision) {
        decisions.putIfAbsent(decision.intent().intentId(), decision);
    }

    void add(ApprovedOrder order) {
        if (order.action() == Action.SUBMIT) {
            orders.putIfAbsent(order.orderId(), order);
        } else if (order.action() == Action.REPLACE) {
            replaces.putIfAbsent(order.intentId(), order);
        } else {
            cancels.putIfAbsent(order.intentId() + '/' + order.orderId(), order);
        }
    }

    void add(ExecutionReport report) {
        if (report.type().isFill()) {
            fills.putIfAbsent(report.orderId() + '/' + report.reportNumber(), report);
        }
        reported.merge(report.orderId(), Reported.of(report), Reported::then);
    }

    void add(AccountPosition position) {
        positions.put(position.key(), position);
    }

    void add(EquityPoint point) {
        equity.put(point.accountId(), point);
    }

    Collection<RiskDecision> decisions() {
        return decisions.values();
    }

    Collection<ApprovedOrder> orders() {
        return orders.values();
    }

    Collection<ApprovedOrder> cancels() {
        return cancels.values();
    }

    Collection<ApprovedOrder> replaces() {
        return replaces.values();
    }

    Collection<ExecutionReport> fills() {
        return fills.values();
    }

    /** What the reports on each order come to. */
    Collection<Reported> reported() {
        return reported.values();
    }

    Collection<AccountPosition> positions() {
        return positions.values();
    }

    /** The latest worth of each account. */
    Collection<EquityPoint> equity() {
        return equity.values();
    }
}
