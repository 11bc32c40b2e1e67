package io.millrace.core.risk;

import io.millrace.core.money.Units;
import io.millrace.core.money.WideMoney;

/**
 * The limit price is not farther from the mark than the collar, above or below; that of an order which waits for a
 * trigger not farther from its trigger.
 */
final class PriceWithinCollar implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var limit = order.safeguards().collarBps();
        if (limit == null || !order.isLimit() || order.terms().limitPrice() == null) {
            return null;
        }
        var trigger = order.terms().triggerPrice();
        var reference = trigger == null ? order.markPrice() : trigger;
        if (reference == null || !reference.isPositive()) {
            return null;
        }
        long distance = Units.abs(Units.minus(order.terms().limitPrice().units(), reference.units()));
        var part = WideMoney.of(distance);
        boolean passed = Ratio.isAtMost(part, reference.units(), limit);
        return CheckResult.bps(RiskCode.PRICE_OUTSIDE_COLLAR, passed, part, reference.units(), limit);
    }
}
