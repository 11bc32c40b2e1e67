package io.millrace.core.sizing;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.List;

/**
 * What a fixed part of the equity buys: quantity = equity × fraction / mark.
 *
 * <p>Source: fixed-fractional position sizing, Vince, Portfolio Management Formulas (1990).
 */
final class PercentOfEquity implements SizingFormula {
    static final String FRACTION = "fraction";
    static final List<SizingParameter> PARAMETERS = List.of(
            SizingParameter.required(FRACTION, 0, 100, "notional of an order, parts of the equity (0.1 is 10 %)"));

    @Override
    public Quantity quantity(Sizing sizing, Stakes stakes) {
        return leveraged(sizing.parameter(FRACTION), stakes);
    }

    /** What the equity times a ratio buys at the mark; nothing if the ratio is not above zero. */
    static Quantity leveraged(double ratio, Stakes stakes) {
        return bought(ratio, stakes.mark(), stakes);
    }

    /** What the equity times a ratio buys at a price; nothing if one of them is unknown or not above zero. */
    static Quantity bought(double ratio, Price price, Stakes stakes) {
        return stakes.isKnown() && price.isPositive() && ratio > 0
                ? stakes.equity().timesDown(ratio).buysAt(price)
                : Quantity.ZERO;
    }
}
