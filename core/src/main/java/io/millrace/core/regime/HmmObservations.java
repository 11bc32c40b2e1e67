package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;
import java.util.List;

/**
 * What a hidden Markov model sees of a bar, two numbers without a scale of their own:
 *
 * <ul>
 *   <li>{@code logReturn} = ln(close / previous close)
 *   <li>{@code logRange} = ln(max(ln(max(high, previous close) / min(low, previous close)) / (2 √ln 2), 1e-5)): the
 *       logarithm of the bar's volatility by its true range. A range stands for √(4 ln 2) deviations of a random walk
 *       (Parkinson, "The Extreme Value Method", 1980), and the logarithm of a range is nearly normal, which a return is
 *       not (Alizadeh, Brandt, Diebold, "Range-Based Estimation of Stochastic Volatility Models", 2002). Below a tenth
 *       of a basis point a range tells of the price's steps, not of the market.
 * </ul>
 *
 * <p>Warm-up: 2 bars.
 */
public final class HmmObservations extends Remembering {
    /** The names of the numbers, in their order. */
    public static final List<String> NAMES = List.of("logReturn", "logRange");
    /** Which of them tells the volatility. */
    public static final int VOLATILITY = 1;

    /** No logarithm of a ratio of two prices is larger. */
    static final double LARGEST = 1e3;

    private static final double DEVIATIONS = 2 * Math.sqrt(StrictMath.log(2));
    private static final double LEAST_VOLATILITY = 1e-5;

    private final double[] values = new double[NAMES.size()];
    private int seen;
    private double previousClose;

    public void update(BarValues bar) {
        if (seen > 0) {
            double high = Math.max(bar.high(), previousClose);
            double low = Math.min(bar.low(), previousClose);
            double volatility = StrictMath.log(high / low) / DEVIATIONS;
            values[0] = StrictMath.log(bar.close() / previousClose);
            values[1] = StrictMath.log(Math.max(volatility, LEAST_VOLATILITY));
        }
        seen = Math.min(seen + 1, 2);
        previousClose = bar.close();
    }

    public boolean isReady() {
        return seen == 2;
    }

    /** A copy of the latest bar's numbers. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public String name() {
        return "hmm-observations";
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        previousClose = memory.carry(previousClose);
        memory.carry(values);
    }
}
