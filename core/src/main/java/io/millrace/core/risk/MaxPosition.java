package io.millrace.core.risk;

import io.millrace.core.money.Units;

/**
 * The position, once this order and all open orders of its side are filled, is within its limit. An order that can only
 * reduce the position passes whatever it leaves.
 */
final class MaxPosition implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.markPrice() == null || order.limits() == null) {
            return CheckResult.unmeasured(RiskCode.POSITION_TOO_LARGE, order.currency());
        }
        long after = order.positionAfter();
        var actual = order.worth(after, order.markPrice());
        var limit = order.limits().maxPositionNotional();
        boolean passed = order.isReducing() || (!Units.isAtEnd(after) && actual.isAtMost(limit));
        return CheckResult.of(RiskCode.POSITION_TOO_LARGE, passed, actual, limit, order.currency());
    }
}
