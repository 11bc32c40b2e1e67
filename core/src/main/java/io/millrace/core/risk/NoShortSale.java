package io.millrace.core.risk;

import io.millrace.core.order.Side;

/** A cash account sells what it has: this order and its open sells together are not more than the position. */
final class NoShortSale implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!Cash.isLimit(order) || order.terms().side() != Side.SELL) {
            return null;
        }
        long has = Math.max(0, order.position());
        return CheckResult.atMost(
                RiskCode.SHORT_NOT_ALLOWED, Measure.UNITS, order.ordered(), has, order.quantityUnit());
    }
}
