package io.millrace.core.risk;

import io.millrace.core.money.Price;
import io.millrace.core.order.OrderTerms;

/**
 * Every price of the order (limit, trigger, a trailing stop's distances) is a multiple of the instrument's tick. An
 * instrument without a tick takes any. Actual: the first one that is not, the first of all if they are.
 */
final class PriceOnTick implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var instrument = order.instrument();
        boolean applies = order.terms() != null
                && instrument != null
                && instrument.tickSize().isPositive();
        var price = applies ? telling(order.terms(), instrument.tickSize()) : null;
        if (price == null) {
            return CheckResult.unmeasured(RiskCode.PRICE_OFF_TICK, order.currency());
        }
        return CheckResult.of(
                RiskCode.PRICE_OFF_TICK,
                price.isMultipleOf(instrument.tickSize()),
                Measure.UNITS,
                price.units(),
                instrument.tickSize().units(),
                order.currency());
    }

    private static Price telling(OrderTerms terms, Price tick) {
        var price = or(terms.limitPrice(), terms.triggerPrice(), tick);
        return terms.trailing() == null
                ? price
                : or(
                        or(price, terms.trailing().offset(), tick),
                        terms.trailing().limitOffset(),
                        tick);
    }

    private static Price or(Price known, Price next, Price tick) {
        boolean tells = next != null && (known == null || (known.isMultipleOf(tick) && !next.isMultipleOf(tick)));
        return tells ? next : known;
    }
}
