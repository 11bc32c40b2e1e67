package io.millrace.core.sizing;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.List;

/**
 * As much as loses a fixed part of the equity if the price goes against it by a multiple of the average true range:
 * quantity = min(equity × fraction / (multiple × ATR), equity × maxLeverage / mark).
 *
 * <p>Sources: Tharp, Trade Your Way to Financial Freedom (1999), percent-volatility model; Faith, Way of the Turtle
 * (2007), unit sizing by N.
 */
final class AtrRisk implements SizingFormula {
    static final String FRACTION = "fraction";
    static final String MULTIPLE = "multiple";
    static final String MAX_LEVERAGE = "maxLeverage";
    static final List<SizingParameter> PARAMETERS = List.of(
            SizingParameter.required(FRACTION, 0, 1, "loss that is risked, parts of the equity (0.01 is 1 %)"),
            SizingParameter.number(MULTIPLE, 2, 0.01, 100, "average true ranges to where the loss is taken"),
            SizingParameter.number(MAX_LEVERAGE, 1, 0, 100, "most notional of an order, parts of the equity"),
            SizingParameter.count(Measured.PERIOD, 14, 1, 1000, "bars of the average true range"));

    @Override
    public Quantity quantity(Sizing sizing, Stakes stakes) {
        var lossPerUnit = Price.nearest(sizing.parameter(MULTIPLE) * sizing.input(Measured.ATR));
        var risked = PercentOfEquity.bought(sizing.parameter(FRACTION), lossPerUnit, stakes);
        return risked.min(PercentOfEquity.leveraged(sizing.parameter(MAX_LEVERAGE), stakes));
    }
}
