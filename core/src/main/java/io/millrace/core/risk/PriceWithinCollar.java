package io.millrace.core.risk;

import io.millrace.core.money.Price;
import io.millrace.core.money.Units;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;

/**
 * The limit price is not farther from the market than the collar, above or below. The market is the mark; for an order
 * that waits for a trigger which the mark has not reached, the trigger: one that is reached already holds back nothing.
 */
final class PriceWithinCollar implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var limit = order.safeguards().collarBps();
        if (limit == null || !order.isLimit() || order.terms().limitPrice() == null) {
            return null;
        }
        var reference = market(order.terms(), order.markPrice());
        if (reference == null || !reference.isPositive()) {
            return null;
        }
        long distance = Units.abs(Units.minus(order.terms().limitPrice().units(), reference.units()));
        var part = WideMoney.of(distance);
        boolean passed = Ratio.isAtMost(part, reference.units(), limit);
        return CheckResult.bps(RiskCode.PRICE_OUTSIDE_COLLAR, passed, part, reference.units(), limit);
    }

    /** Where the market is once the order acts. */
    private static Price market(OrderTerms terms, Price mark) {
        var trigger = terms.triggerPrice();
        if (trigger == null || mark == null) {
            return trigger == null ? mark : trigger;
        }
        // A stop waits for the market to go against the order, an order that is touched for the opposite.
        int waitsFor = terms.type() == OrderType.LIMIT_IF_TOUCHED
                ? -terms.side().sign()
                : terms.side().sign();
        boolean reached = mark.compareTo(trigger) * waitsFor >= 0;
        return reached ? mark : trigger;
    }
}
