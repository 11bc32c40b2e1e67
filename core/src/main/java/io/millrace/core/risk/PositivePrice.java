package io.millrace.core.risk;

/** The price of a limit order is above zero. */
final class PositivePrice implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.isLimit()) {
            return CheckResult.unmeasured(RiskCode.PRICE_NOT_POSITIVE, order.currency());
        }
        var price = order.terms().limitPrice();
        return price == null
                ? CheckResult.limitOnly(RiskCode.PRICE_NOT_POSITIVE, false, Measure.UNITS, 0, order.currency())
                : CheckResult.of(
                        RiskCode.PRICE_NOT_POSITIVE,
                        price.isPositive(),
                        Measure.UNITS,
                        price.units(),
                        0,
                        order.currency());
    }
}
