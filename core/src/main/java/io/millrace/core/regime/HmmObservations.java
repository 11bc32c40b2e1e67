package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/**
 * What a hidden Markov model sees of a bar, two numbers without a scale of their own:
 *
 * <ul>
 *   <li>{@code logReturn} = ln(close / previous close)
 *   <li>{@code logVolatility} = ln(max(√(Σ h² / (4 ln 2 × n)), 1e-5)) of the last n bars, h = ln(max(high, previous close)
 *       / min(low, previous close)): the volatility per bar by the true ranges. A range has √(4 ln 2) deviations of a
 *       random walk (Parkinson, "The Extreme Value Method", 1980), and the logarithm of such a volatility is nearly
 *       normal, which a return is not (Alizadeh, Brandt, Diebold, "Range-Based Estimation of Stochastic Volatility
 *       Models", 2002). Below a tenth of a basis point a range tells of the price's steps, not of the market.
 * </ul>
 *
 * <p>Of one bar alone a range is mostly noise, and the states follow it; over n bars it tells of the market, and states
 * last. The price: neighbouring observations share n − 1 ranges, so probabilities are surer than independent observations
 * would make them, and likelihoods of different n cannot be compared.
 *
 * <p>Warm-up: n + 1 bars.
 */
public final class HmmObservations extends Remembering {
    /** The names of the numbers, in their order. */
    public static final List<String> NAMES = List.of("logReturn", "logVolatility");
    /** Which of them tells the volatility. */
    public static final int VOLATILITY = 1;

    static final int MAX_WINDOW = 1_000;

    /** No logarithm of a ratio of two prices is larger. */
    static final double LARGEST = 1e3;

    private static final double SQUARED_DEVIATIONS = 4 * StrictMath.log(2);
    private static final double LEAST_VOLATILITY = 1e-5;

    private final RollingSum squaredRanges;
    private boolean started;
    private double previousClose;
    private double logReturn;

    /** @param window n, 1 to 1,000 bars */
    public HmmObservations(int window) {
        if (window < 1 || window > MAX_WINDOW) {
            throw new IllegalArgumentException(
                    "window must be a whole number from 1 to " + MAX_WINDOW + ", was " + window);
        }
        squaredRanges = new RollingSum(window);
    }

    public void update(BarValues bar) {
        if (started) {
            double high = Math.max(bar.high(), previousClose);
            double low = Math.min(bar.low(), previousClose);
            double range = StrictMath.log(high / low);
            squaredRanges.add(range * range);
            logReturn = StrictMath.log(bar.close() / previousClose);
        }
        started = true;
        previousClose = bar.close();
    }

    public boolean isReady() {
        return squaredRanges.isReady();
    }

    /** The latest bar's numbers. */
    public double[] values() {
        double variance = squaredRanges.sum() / (SQUARED_DEVIATIONS * squaredRanges.size());
        return new double[] {logReturn, StrictMath.log(Math.max(Math.sqrt(variance), LEAST_VOLATILITY))};
    }

    int warmUp() {
        return squaredRanges.size() + 1;
    }

    @Override
    public String name() {
        return "hmm-observations(" + squaredRanges.size() + ")";
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previousClose = memory.carry(previousClose);
        logReturn = memory.carry(logReturn);
        memory.carry(squaredRanges);
    }
}
