package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Stateful;
import io.millrace.core.sizing.Measured;
import io.millrace.core.sizing.Sizing;
import java.util.Optional;
import java.util.SortedMap;

/** What a strategy measures on its bars so that risk can size its orders. */
interface SizingInput extends Stateful {
    /**
     * Sees the next bar, before the strategy does.
     *
     * @param entered what the strategy wished after the bar before
     */
    void update(BarValues bar, boolean entered);

    /** What is measured by now, by the names of {@link Measured}; empty before it can be. */
    SortedMap<String, Double> inputs();

    /**
     * A new one that has seen nothing; none if the sizing measures nothing.
     *
     * @param intervalNanos of the bars
     */
    static Optional<SizingInput> of(Sizing sizing, long intervalNanos) {
        return switch (sizing.kind()) {
            case FIXED, PERCENT_OF_EQUITY, CLOSE -> Optional.empty();
            case ATR_RISK -> Optional.of(new AtrInput((int) sizing.parameter(Measured.PERIOD)));
            case VOLATILITY_TARGET ->
                Optional.of(new VolatilityInput(
                        (int) sizing.parameter(Measured.PERIOD), barsPerYear(sizing, intervalNanos)));
            case KELLY -> Optional.of(new OddsInput((int) sizing.parameter(Measured.TRADES)));
        };
    }

    private static double barsPerYear(Sizing sizing, long intervalNanos) {
        double given = sizing.parameter(Measured.BARS_PER_YEAR);
        return Double.isNaN(given) ? Measured.NANOS_PER_YEAR / intervalNanos : given;
    }
}
