package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/**
 * Wilder's directional movement, in his running sums: s ← s − s / n + x.
 *
 * <p>+DM is the rise of the high where it is larger than the fall of the low, −DM the fall of the low where that is
 * larger; else they are 0. Each sum begins, as TA-Lib's does, with that of the first n − 1 movements. Sums that have
 * decayed below 1e-280 count as none: at that size they are no longer exact.
 */
final class DirectionalMovement extends Remembering {
    private static final double NOTHING = 1e-280;

    private final int period;
    private final double kept;

    /** Number of bars seen, counted up to the period + 1 only. */
    private int seen;

    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private double plus;
    private double minus;
    private double trueRange;

    DirectionalMovement(int period) {
        this.period = period;
        kept = 1 - 1.0 / period;
    }

    void add(BarValues bar) {
        double high = bar.high();
        double low = bar.low();
        if (seen > 0) {
            if (seen >= period) {
                plus *= kept;
                minus *= kept;
                trueRange *= kept;
            }
            double up = high - previousHigh;
            double down = previousLow - low;
            if (down > 0 && down > up) {
                minus += down;
            } else if (up > 0 && up > down) {
                plus += up;
            }
            double top = high > previousClose ? high : previousClose;
            double bottom = low < previousClose ? low : previousClose;
            trueRange += top - bottom;
        }
        if (seen <= period) {
            seen++;
        }
        previousHigh = high;
        previousLow = low;
        previousClose = bar.close();
    }

    /** Whether it has seen n movements, that is n + 1 bars. */
    boolean isReady() {
        return seen > period;
    }

    /** The sum of +DM. */
    double plusMovement() {
        return plus;
    }

    /** The sum of −DM. */
    double minusMovement() {
        return minus;
    }

    /** +DI, the part of the true range that moved up, in percent; 0 without a range. */
    double plus() {
        return trueRange > NOTHING ? 100 * (plus / trueRange) : 0;
    }

    /** −DI, the part of the true range that moved down, in percent; 0 without a range. */
    double minus() {
        return trueRange > NOTHING ? 100 * (minus / trueRange) : 0;
    }

    /** Whether anything moved, so that {@link #index()} means something. */
    boolean isMoving() {
        return plus + minus > NOTHING;
    }

    /** DX = 100 × |+DI − −DI| / (+DI + −DI); the true range cancels. */
    double index() {
        return 100 * (Math.abs(minus - plus) / (plus + minus));
    }

    @Override
    public String name() {
        return "directional-movement(" + period + ")";
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        previousHigh = memory.carry(previousHigh);
        previousLow = memory.carry(previousLow);
        previousClose = memory.carry(previousClose);
        plus = memory.carry(plus);
        minus = memory.carry(minus);
        trueRange = memory.carry(trueRange);
    }
}
