package io.millrace.core.risk;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;

/**
 * Not more of a strategy's cancels than the limit are let through within 60 s of event time, this one included. People's
 * cancels and risk's own always pass.
 */
final class MaxCancelRate implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var limit = order.safeguards().maxCancelsPerMinute();
        if (limit == null || order.intent().action() != Action.CANCEL) {
            return null;
        }
        long actual = order.account().cancels().within(order.decidedAtNanos()) + 1L;
        boolean passed = actual <= limit || isFree(order.intent());
        return CheckResult.of(RiskCode.CANCEL_RATE_TOO_HIGH, passed, Measure.COUNT, actual, limit, "cancels/min");
    }

    /** Whether it does not count. */
    static boolean isFree(OrderIntent intent) {
        return intent.strategyId().equals(OrderIntent.MANUAL) || intent.isOfRisk();
    }
}
