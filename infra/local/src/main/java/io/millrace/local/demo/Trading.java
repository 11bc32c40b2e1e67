package io.millrace.local.demo;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.RiskDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came through of the trading, in the topics' order. */
final class Trading {
    private final Map<String, OrderIntent> intents = new LinkedHashMap<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final List<ApprovedOrder> approved = new ArrayList<>();
    private final List<VenueCommand> commands = new ArrayList<>();
    private final List<ExecutionReport> reports = new ArrayList<>();
    private final List<EquityPoint> equity = new ArrayList<>();
    private final SortedMap<String, AccountPosition> positions = new TreeMap<>();
    private final SortedMap<String, Account> accounts = new TreeMap<>();

    /**
     * A decision and when the broker got it.
     *
     * @param millis since the epoch
     */
    record Decided(RiskDecision decision, long millis) {}

    /** Intents may be sent again after a failure; they are the same then. */
    void intent(OrderIntent intent) {
        intents.put(intent.intentId(), intent);
    }

    void decision(RiskDecision decision, long appendedMillis) {
        decisions.add(new Decided(decision, appendedMillis));
    }

    void approved(ApprovedOrder order) {
        approved.add(order);
    }

    void command(VenueCommand command) {
        commands.add(command);
    }

    void report(ExecutionReport report) {
        reports.add(report);
    }

    void equity(EquityPoint point) {
        equity.add(point);
    }

    void position(AccountPosition position) {
        positions.put(position.key(), position);
    }

    void account(Account account) {
        accounts.merge(account.accountId(), account, (one, other) -> one.version() > other.version() ? one : other);
    }

    Map<String, OrderIntent> intents() {
        return intents;
    }

    List<Decided> decisions() {
        return decisions;
    }

    List<ApprovedOrder> approved() {
        return approved;
    }

    List<ApprovedOrder> approvedOrders() {
        return approved.stream()
                .filter(order -> order.action() == Action.SUBMIT)
                .toList();
    }

    List<VenueCommand> commands() {
        return commands;
    }

    List<ExecutionReport> reports() {
        return reports;
    }

    List<ExecutionReport> fills() {
        return reports.stream().filter(report -> report.type().isFill()).toList();
    }

    List<EquityPoint> equity() {
        return equity;
    }

    /** The latest positions by account and instrument. */
    SortedMap<String, AccountPosition> positions() {
        return positions;
    }

    /** The latest version of each account. */
    SortedMap<String, Account> accounts() {
        return accounts;
    }

    long approvals() {
        return decisions.stream().filter(one -> one.decision().approved()).count();
    }

    /** Rejections by code; one with several objections counts under each. */
    SortedMap<String, Long> rejections() {
        var byCode = new TreeMap<String, Long>();
        for (var one : decisions) {
            one.decision()
                    .objections()
                    .forEach(check -> byCode.merge(check.code().name(), 1L, Long::sum));
        }
        return byCode;
    }
}
