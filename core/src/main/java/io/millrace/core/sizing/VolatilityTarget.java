package io.millrace.core.sizing;

import io.millrace.core.money.Quantity;
import java.util.List;

/**
 * As much as moves the equity by a targeted volatility: quantity = equity × min(target / volatility, maxLeverage) /
 * mark.
 *
 * <p>Sources: Moskowitz, Ooi, Pedersen, Time series momentum (Journal of Financial Economics 104, 2012), section 2.4;
 * Carver, Systematic Trading (2015), chapter 9.
 */
final class VolatilityTarget implements SizingFormula {
    static final String TARGET = "target";
    static final String MAX_LEVERAGE = "maxLeverage";
    static final List<SizingParameter> PARAMETERS = List.of(
            SizingParameter.required(TARGET, 0, 10, "volatility of the equity aimed at, per year (0.2 is 20 %)"),
            SizingParameter.number(MAX_LEVERAGE, 1, 0, 100, "most notional of an order, parts of the equity"),
            SizingParameter.count(Measured.PERIOD, 20, 2, 1000, "bars that the volatility is measured on"),
            SizingParameter.number(
                    Measured.BARS_PER_YEAR,
                    Double.NaN,
                    1,
                    1e9,
                    "bars in a year; if not given, as many as fit into 365 days"));

    @Override
    public Quantity quantity(Sizing sizing, Stakes stakes) {
        double volatility = sizing.input(Measured.VOLATILITY);
        return volatility > 0
                ? PercentOfEquity.leveraged(
                        Math.min(sizing.parameter(TARGET) / volatility, sizing.parameter(MAX_LEVERAGE)), stakes)
                : Quantity.ZERO;
    }
}
