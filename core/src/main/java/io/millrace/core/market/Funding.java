package io.millrace.core.market;

import io.millrace.core.money.Money;

/**
 * What holding a position costs, paid at every multiple of the interval since the epoch, as perpetual futures do every
 * eight hours: longs pay their value × rate to shorts, or get it where the rate is negative.
 *
 * @param rateUnits of the position's value at each payment, a count of 1e-8 (10,000 is 0.01 %)
 * @param intervalNanos a multiple of {@link #GRID_NANOS}, above zero
 */
public record Funding(long rateUnits, long intervalNanos) {
    /** Payments happen at full minutes only: who looks at each of them misses none, whatever changes in between. */
    public static final long GRID_NANOS = 60_000_000_000L;

    /** The first full minute at or after a time. */
    public static long firstTime(long nanos) {
        return Math.floorDiv(nanos - 1, GRID_NANOS) * GRID_NANOS + GRID_NANOS;
    }

    public boolean isDueAt(long nanos) {
        return nanos % intervalNanos == 0;
    }

    /** What a position of a value pays, negative if it receives; rounded half-even to 1e-8. */
    public Money of(Money value) {
        return value.parts(rateUnits);
    }
}
