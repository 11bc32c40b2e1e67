package io.millrace.core.risk;

/** The quantity is not above the instrument's maximum. */
final class MaxQuantity implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.instrument() == null) {
            return CheckResult.unmeasured(RiskCode.QUANTITY_TOO_LARGE, order.quantityUnit());
        }
        return CheckResult.atMost(
                RiskCode.QUANTITY_TOO_LARGE,
                Measure.UNITS,
                order.terms().quantity().units(),
                order.instrument().maxQuantity().units(),
                order.quantityUnit());
    }
}
