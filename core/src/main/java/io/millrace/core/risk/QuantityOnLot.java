package io.millrace.core.risk;

/** The quantity is a multiple of the instrument's lot. An instrument without a lot takes any. */
final class QuantityOnLot implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var instrument = order.instrument();
        if (order.terms() == null || instrument == null || !instrument.lotSize().isPositive()) {
            return CheckResult.unmeasured(RiskCode.QUANTITY_OFF_LOT, order.quantityUnit());
        }
        var quantity = order.terms().quantity();
        return CheckResult.of(
                RiskCode.QUANTITY_OFF_LOT,
                quantity.isMultipleOf(instrument.lotSize()),
                Measure.UNITS,
                quantity.units(),
                instrument.lotSize().units(),
                order.quantityUnit());
    }
}
