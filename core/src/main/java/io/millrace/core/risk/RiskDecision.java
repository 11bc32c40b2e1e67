package io.millrace.core.risk;

import io.millrace.core.money.Price;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * The decision on one intent, with everything it was based on.
 *
 * @param orderId the order that follows or that is to be changed, of a command its intent's id; null if rejected
 * @param checks all checks, passed or not, in the order of their numbers
 * @param policyVersion version of the policy that was in force, 0 if there was none
 * @param mode the mode in force, null without a policy
 * @param mark price the checks used, null if none was known
 * @param markTimeNanos event time of the mark
 * @param decidedAtNanos event time at which the intent was taken up
 * @param clockWaitExceeded the decision was taken without a clock that stayed away longer than the configured bound
 */
public record RiskDecision(
        OrderIntent intent,
        boolean approved,
        String orderId,
        List<CheckResult> checks,
        String policyId,
        long policyVersion,
        TradingMode mode,
        Price mark,
        long markTimeNanos,
        long decidedAtNanos,
        boolean clockWaitExceeded) {
    /**
     * What follows: every order of a group, or the cancel or replace of one. Nothing follows from a rejection; what follows
     * from an order that an algorithm splits and from a command to an account is not said here.
     */
    public List<ApprovedOrder> orders() {
        boolean whole = intent.action().concernsOneOrder()
                && (intent.terms() == null || intent.terms().algorithm() == null);
        if (!approved || !whole) {
            return List.of();
        }
        var orders = new ArrayList<ApprovedOrder>();
        orders.add(order(orderId, intent.terms(), firstLink()));
        for (int leg = 1; leg <= intent.attached().size(); leg++) {
            orders.add(order(
                    OrderIds.leg(intent.intentId(), leg), intent.attached().get(leg - 1), attachedLink()));
        }
        return List.copyOf(orders);
    }

    /** The first order that follows, null if none does. */
    public ApprovedOrder order() {
        var orders = orders();
        return orders.isEmpty() ? null : orders.get(0);
    }

    private ApprovedOrder order(String id, OrderTerms terms, OrderLink link) {
        return new ApprovedOrder(
                id,
                intent.intentId(),
                intent.action(),
                intent.accountId(),
                intent.strategyId(),
                intent.instrument(),
                terms,
                intent.ordering(),
                decidedAtNanos,
                link);
    }

    private OrderLink firstLink() {
        if (intent.contingency() == null) {
            return null;
        }
        var rule = intent.contingency() == Contingency.OCO ? OrderLink.Rule.CANCELS : OrderLink.Rule.INDEPENDENT;
        return new OrderLink(intent.intentId(), null, rule);
    }

    private OrderLink attachedLink() {
        return switch (intent.contingency()) {
            case OCO -> firstLink();
            case OTO -> new OrderLink(intent.intentId(), orderId, OrderLink.Rule.INDEPENDENT);
            case BRACKET -> new OrderLink(intent.intentId(), orderId, OrderLink.Rule.REDUCES);
        };
    }

    /** The checks that objected. */
    public List<CheckResult> objections() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }
}
