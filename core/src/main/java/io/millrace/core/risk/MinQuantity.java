package io.millrace.core.risk;

import io.millrace.core.money.Quantity;

/** The quantity is above zero and not below the instrument's minimum. An order without terms has none. */
final class MinQuantity implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.wantsOrder()) {
            return CheckResult.unmeasured(RiskCode.QUANTITY_TOO_SMALL, order.quantityUnit());
        }
        var minimum =
                order.instrument() == null ? Quantity.ZERO : order.instrument().minQuantity();
        if (order.terms() == null) {
            return CheckResult.limitOnly(
                    RiskCode.QUANTITY_TOO_SMALL, false, Measure.UNITS, minimum.units(), order.quantityUnit());
        }
        var quantity = order.terms().quantity();
        return CheckResult.of(
                RiskCode.QUANTITY_TOO_SMALL,
                quantity.isPositive() && quantity.compareTo(minimum) >= 0,
                Measure.UNITS,
                quantity.units(),
                minimum.units(),
                order.quantityUnit());
    }
}
