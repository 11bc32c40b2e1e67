package io.millrace.core.risk;

import io.millrace.core.money.Quantity;

/** The quantity is above zero and not below the instrument's minimum. An order without terms has none. */
final class MinQuantity implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.isSubmit()) {
            return CheckResult.unmeasured(RiskCode.QUANTITY_TOO_SMALL, order.quantityUnit());
        }
        var minimum =
                order.instrument() == null ? Quantity.ZERO : order.instrument().minQuantity();
        var quantity = order.terms() == null ? null : order.terms().quantity();
        return new CheckResult(
                RiskCode.QUANTITY_TOO_SMALL,
                quantity != null && quantity.isPositive() && quantity.compareTo(minimum) >= 0,
                quantity == null ? "" : quantity.toString(),
                minimum.toString(),
                order.quantityUnit());
    }
}
