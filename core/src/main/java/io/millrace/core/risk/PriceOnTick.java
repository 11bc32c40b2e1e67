package io.millrace.core.risk;

/** The price of a limit order is a multiple of the instrument's tick. An instrument without a tick takes any. */
final class PriceOnTick implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var instrument = order.instrument();
        if (!order.isLimit()
                || order.terms().limitPrice() == null
                || instrument == null
                || !instrument.tickSize().isPositive()) {
            return CheckResult.unmeasured(RiskCode.PRICE_OFF_TICK, order.currency());
        }
        var price = order.terms().limitPrice();
        return CheckResult.of(
                RiskCode.PRICE_OFF_TICK,
                price.isMultipleOf(instrument.tickSize()),
                Measure.UNITS,
                price.units(),
                instrument.tickSize().units(),
                order.currency());
    }
}
