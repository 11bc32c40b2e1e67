package io.millrace.core.risk;

import io.millrace.core.execution.OrderState;
import io.millrace.core.market.Instrument;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;

/** What follows from an approved intent: what is sent to the venues, what waits, and what becomes of the account. */
final class Commands {
    private final RiskOutput output;
    private final Slicing slicing;

    Commands(RiskOutput output, Slicing slicing) {
        this.output = output;
        this.slicing = slicing;
    }

    /**
     * The account after what follows from a decision that it has taken, in one step.
     *
     * @param instrument of the intent, null for a command to an account or if nothing follows
     */
    RiskAccount follow(RiskAccount account, RiskDecision decision, Instrument instrument) {
        if (!decision.approved()) {
            return account;
        }
        return switch (decision.intent().action()) {
            case SUBMIT -> submit(account, decision, instrument);
            case CANCEL -> cancel(account, decision);
            case REPLACE -> sent(account, decision);
            case CANCEL_ALL -> cancelAll(account, decision);
            case HALT -> cancelAll(account, decision).commanding(TradingMode.HALTED);
            case REDUCE -> cancelOpening(account, decision).commanding(TradingMode.REDUCING);
            case RESUME -> account.commanding(null);
        };
    }

    private RiskAccount sent(RiskAccount account, RiskDecision decision) {
        decision.orders().forEach(output::approved);
        return account;
    }

    private RiskAccount submit(RiskAccount account, RiskDecision decision, Instrument instrument) {
        if (decision.intent().terms().algorithm() == null) {
            return sent(account, decision);
        }
        var plan = SplitOrder.plan(decision.intent(), instrument, decision.mark(), decision.decidedAtNanos());
        plan.slices().forEach(slicing::waits);
        return account.with(plan.order()).approved(decision.decidedAtNanos());
    }

    private RiskAccount cancel(RiskAccount account, RiskDecision decision) {
        var split = account.split(decision.orderId());
        if (split == null) {
            return sent(account, decision);
        }
        var next = stop(account, split);
        for (var child : split.open()) {
            next = cancel(next, decision, child);
        }
        return next;
    }

    private RiskAccount cancelAll(RiskAccount account, RiskDecision decision) {
        var next = account;
        for (var split : account.splits()) {
            next = stop(next, split);
        }
        for (var order : account.book().openOrders()) {
            next = cancel(next, decision, order.orderId());
        }
        return next;
    }

    /** Cancels what may open or add to a position. Slices that wait are decided in their time. */
    private RiskAccount cancelOpening(RiskAccount account, RiskDecision decision) {
        var next = account;
        for (var instrument : account.book().followed()) {
            for (var order : account.book().uncovered(instrument, true)) {
                next = cancel(next, decision, order.orderId());
            }
        }
        return next;
    }

    private RiskAccount stop(RiskAccount account, SplitOrder split) {
        split.waiting().forEach(slicing::drop);
        return account.with(split.stopped());
    }

    private RiskAccount cancel(RiskAccount account, RiskDecision decision, String orderId) {
        var order = account.book().openOrder(orderId);
        if (order == null || order.state() == OrderState.PENDING_CANCEL) {
            return account;
        }
        var cancel = new ApprovedOrder(
                orderId,
                decision.intent().intentId(),
                Action.CANCEL,
                account.accountId(),
                order.strategyId(),
                order.instrument(),
                null,
                decision.intent().ordering(),
                decision.decidedAtNanos());
        output.approved(cancel);
        return account.with(account.book().asked(cancel, null));
    }
}
