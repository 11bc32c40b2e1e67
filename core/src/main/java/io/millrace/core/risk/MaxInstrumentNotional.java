package io.millrace.core.risk;

import io.millrace.core.money.Units;

/**
 * The position of an instrument that has a limit of its own is within it, once this order and all open orders of its
 * side are filled. An order that can only reduce the position passes whatever it leaves.
 */
final class MaxInstrumentNotional implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.markPrice() == null) {
            return null;
        }
        var limits = order.safeguards().maxNotionalOf();
        var limit = limits.isEmpty() ? null : limits.get(order.instrumentId());
        if (limit == null) {
            return null;
        }
        long after = order.positionAfter();
        var actual = order.worth(after, order.markPrice());
        boolean passed = order.isReducing() || (!Units.isAtEnd(after) && actual.isAtMost(limit));
        return CheckResult.of(RiskCode.INSTRUMENT_NOTIONAL_TOO_LARGE, passed, actual, limit, order.currency());
    }
}
