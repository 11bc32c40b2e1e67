package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/**
 * The last candles, and what is long, short or near among them by TA-Lib's default settings: a candle is compared with
 * the mean of the 5 or 10 before it, or with its own body.
 *
 * <p>Prices are taken as the whole multiples of 1e-8 that they are, and what is added up is added up anew: so a tie
 * between a candle and the mean before it is a tie, and not what rounding made of it.
 *
 * <p>{@code ago} counts candles back from the last one, which is 0; up to 5 of them may be looked at.
 */
final class Candles extends Remembering {
    private static final double UNITS = 1e8;
    private static final int SIZE = 16;
    private static final int LAST = SIZE - 1;
    private static final int LONG = 10;
    private static final int SHORT = 5;

    private final double[] opens = new double[SIZE];
    private final double[] highs = new double[SIZE];
    private final double[] lows = new double[SIZE];
    private final double[] closes = new double[SIZE];

    /** Number of candles seen, counted up to {@link #SIZE} only. */
    private int seen;

    /** Where the last candle lies. */
    private int last = LAST;

    void add(BarValues bar) {
        last = (last + 1) & LAST;
        opens[last] = Math.rint(bar.open() * UNITS);
        highs[last] = Math.rint(bar.high() * UNITS);
        lows[last] = Math.rint(bar.low() * UNITS);
        closes[last] = Math.rint(bar.close() * UNITS);
        if (seen < SIZE) {
            seen++;
        }
    }

    int seen() {
        return seen;
    }

    private int place(int ago) {
        return (last - ago) & LAST;
    }

    double open(int ago) {
        return opens[place(ago)];
    }

    double high(int ago) {
        return highs[place(ago)];
    }

    double low(int ago) {
        return lows[place(ago)];
    }

    double close(int ago) {
        return closes[place(ago)];
    }

    /** 1 of a white candle, that closed at its open or above, −1 of a black one. */
    int color(int ago) {
        return close(ago) >= open(ago) ? 1 : -1;
    }

    boolean white(int ago) {
        return close(ago) >= open(ago);
    }

    boolean black(int ago) {
        return close(ago) < open(ago);
    }

    /** The higher end of the body. */
    double top(int ago) {
        return Math.max(open(ago), close(ago));
    }

    /** The lower end of the body. */
    double bottom(int ago) {
        return Math.min(open(ago), close(ago));
    }

    double body(int ago) {
        return Math.abs(close(ago) - open(ago));
    }

    double range(int ago) {
        return high(ago) - low(ago);
    }

    double upperShadow(int ago) {
        return high(ago) - top(ago);
    }

    double lowerShadow(int ago) {
        return bottom(ago) - low(ago);
    }

    boolean bodyGapUp(int ago, int before) {
        return bottom(ago) > top(before);
    }

    boolean bodyGapDown(int ago, int before) {
        return top(ago) < bottom(before);
    }

    boolean gapUp(int ago, int before) {
        return low(ago) > high(before);
    }

    boolean gapDown(int ago, int before) {
        return high(ago) < low(before);
    }

    /** Whether the body lies within the other's, touching neither end. */
    boolean bodyInside(int ago, int before) {
        return top(ago) < top(before) && bottom(ago) > bottom(before);
    }

    /** The mean of the 10 bodies before it: a longer body is long, a shorter one short. */
    double averageBody(int ago) {
        double sum = 0;
        for (int i = 1; i <= LONG; i++) {
            sum += body(ago + i);
        }
        return sum / LONG;
    }

    boolean isLong(int ago) {
        return body(ago) > averageBody(ago);
    }

    boolean isShort(int ago) {
        return body(ago) < averageBody(ago);
    }

    /** A body of no more than a tenth of the mean of the 10 ranges before it. */
    boolean isDoji(int ago) {
        return body(ago) <= tenthOfRange(ago);
    }

    /** A tenth of the mean of the 10 ranges before it: the most that a very short shadow or the body of a doji may have. */
    double tenthOfRange(int ago) {
        return 0.1 * (rangesBefore(ago, LONG) / LONG);
    }

    boolean hasUpperShadow(int ago) {
        return upperShadow(ago) > tenthOfRange(ago);
    }

    boolean hasLowerShadow(int ago) {
        return lowerShadow(ago) > tenthOfRange(ago);
    }

    boolean hasNoUpperShadow(int ago) {
        return upperShadow(ago) < tenthOfRange(ago);
    }

    boolean hasNoLowerShadow(int ago) {
        return lowerShadow(ago) < tenthOfRange(ago);
    }

    boolean hasNoShadows(int ago) {
        return hasNoUpperShadow(ago) && hasNoLowerShadow(ago);
    }

    /** Half the mean of the 10 pairs of shadows before it: a shorter shadow is short. */
    double averageShadow(int ago) {
        double sum = 0;
        for (int i = 1; i <= LONG; i++) {
            sum += upperShadow(ago + i) + lowerShadow(ago + i);
        }
        return sum / LONG / 2;
    }

    /** A fifth of the mean of the 5 ranges before it. */
    double near(int ago) {
        return 0.2 * (rangesBefore(ago, SHORT) / SHORT);
    }

    /** Three fifths of the mean of the 5 ranges before it. */
    double far(int ago) {
        return 0.6 * (rangesBefore(ago, SHORT) / SHORT);
    }

    /** A twentieth of the mean of the 5 ranges before it. */
    double equal(int ago) {
        return 0.05 * (rangesBefore(ago, SHORT) / SHORT);
    }

    /** Whether a price is that price, give or take what is equal at a candle. */
    boolean isEqual(double price, double other, int ago) {
        double equal = equal(ago);
        return price <= other + equal && price >= other - equal;
    }

    private double rangesBefore(int ago, int count) {
        double sum = 0;
        for (int i = 1; i <= count; i++) {
            sum += range(ago + i);
        }
        return sum;
    }

    @Override
    public String name() {
        return "candles";
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        last = memory.carry(last);
        memory.carry(opens);
        memory.carry(highs);
        memory.carry(lows);
        memory.carry(closes);
    }

    @Override
    protected void loaded() {
        if (last < 0 || last > LAST) {
            throw new IllegalArgumentException("the state of candles has its last at " + last);
        }
    }
}
