package io.millrace.core.risk;

/**
 * The quantity, and how much of it is shown, are multiples of the instrument's lot. An instrument without a lot takes any.
 * Actual: the quantity, or what is shown if only that is not.
 */
final class QuantityOnLot implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var instrument = order.instrument();
        if (order.terms() == null || instrument == null || !instrument.lotSize().isPositive()) {
            return CheckResult.unmeasured(RiskCode.QUANTITY_OFF_LOT, order.quantityUnit());
        }
        var lot = instrument.lotSize();
        var shown = order.terms().displayQuantity();
        boolean tells = shown != null
                && !shown.isMultipleOf(lot)
                && order.terms().quantity().isMultipleOf(lot);
        var quantity = tells ? shown : order.terms().quantity();
        return CheckResult.of(
                RiskCode.QUANTITY_OFF_LOT,
                quantity.isMultipleOf(lot),
                Measure.UNITS,
                quantity.units(),
                lot.units(),
                order.quantityUnit());
    }
}
