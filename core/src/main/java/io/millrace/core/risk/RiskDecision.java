package io.millrace.core.risk;

import io.millrace.core.money.Price;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.OrderIntent;
import java.util.List;

/**
 * The decision on one intent, with everything it was based on.
 *
 * @param orderId the order that follows, null if rejected
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
    /** The order, or the cancel of one, that follows; null if rejected. */
    public ApprovedOrder order() {
        return !approved
                ? null
                : new ApprovedOrder(
                        orderId,
                        intent.intentId(),
                        intent.action(),
                        intent.accountId(),
                        intent.strategyId(),
                        intent.instrument(),
                        intent.terms(),
                        intent.ordering(),
                        decidedAtNanos);
    }

    /** The checks that objected. */
    public List<CheckResult> objections() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }
}
