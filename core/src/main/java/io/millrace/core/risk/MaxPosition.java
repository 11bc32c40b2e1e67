package io.millrace.core.risk;

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
        var actual = RiskCase.notional(order.positionAfter(), order.markPrice());
        var limit = RiskCase.decimal(order.limits().maxPositionNotional());
        boolean countable = order.positionAfter().unscaledValue().bitLength() < Long.SIZE;
        boolean passed = order.isReducing() || (countable && actual.compareTo(limit) <= 0);
        return CheckResult.of(RiskCode.POSITION_TOO_LARGE, passed, actual, limit, order.currency());
    }
}
