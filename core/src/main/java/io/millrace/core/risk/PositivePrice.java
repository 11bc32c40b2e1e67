package io.millrace.core.risk;

/** The price of a limit order is above zero. */
final class PositivePrice implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.isLimit()) {
            return CheckResult.unmeasured(RiskCode.PRICE_NOT_POSITIVE, order.currency());
        }
        var price = order.terms().limitPrice();
        return new CheckResult(
                RiskCode.PRICE_NOT_POSITIVE,
                price != null && price.isPositive(),
                price == null ? "" : price.toString(),
                "0",
                order.currency());
    }
}
