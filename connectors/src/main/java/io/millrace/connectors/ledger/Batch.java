package io.millrace.connectors.ledger;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
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
    private final Map<String, ExecutionReport> latestReports = new LinkedHashMap<>();
    private final Map<String, AccountPosition> positions = new LinkedHashMap<>();

    void add(RiskDecision decision) {
        decisions.putIfAbsent(decision.intent().intentId(), decision);
    }

    void add(ApprovedOrder order) {
        if (order.action() == Action.SUBMIT) {
            orders.putIfAbsent(order.orderId(), order);
        } else {
            cancels.putIfAbsent(order.intentId(), order);
        }
    }

    void add(ExecutionReport report) {
        if (report.type().isFill()) {
            fills.putIfAbsent(report.orderId() + '/' + report.reportNumber(), report);
        }
        latestReports.merge(report.orderId(), report, Batch::later);
    }

    void add(AccountPosition position) {
        positions.put(position.accountId() + '|' + position.position().instrument(), position);
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

    Collection<ExecutionReport> fills() {
        return fills.values();
    }

    /** The report of each order that its row shows. */
    Collection<ExecutionReport> latestReports() {
        return latestReports.values();
    }

    Collection<AccountPosition> positions() {
        return positions.values();
    }

    /** The later of two reports of an order; what comes after a final one (a cancel that came too late) is not. */
    private static ExecutionReport later(ExecutionReport one, ExecutionReport other) {
        return one.type().isFinal() || other.reportNumber() <= one.reportNumber() ? one : other;
    }
}
