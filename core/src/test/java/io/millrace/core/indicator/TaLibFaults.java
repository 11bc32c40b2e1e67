package io.millrace.core.indicator;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Where TA-Lib's own arithmetic is at fault, how much it can be: bounds that follow from its code alone, and beside each
 * the true value, computed by two passes over the window.
 *
 * <p>Its faults are of three kinds. It takes what is below 1e-8 for zero. It carries sums along by adding what comes and
 * subtracting what goes, so each step leaves a rounding error of half an ulp of the sum for good: after i steps at most i
 * ulps of the largest sum there was. And it subtracts such sums from one another, E[x²] − E[x]², so the error is that of
 * the large ones.
 */
final class TaLibFaults {
    /** Half an ulp of 1. */
    private static final double ROUNDING = 0x1p-53;

    private static final double ZERO = 1e-8;
    private static final double ANY = Double.POSITIVE_INFINITY;

    /**
     * The true values, and how far TA-Lib's can be from them.
     *
     * @param truth by two passes
     * @param error of TA-Lib, at most, by its arithmetic
     * @param digits what no arithmetic of doubles has: where large numbers are subtracted, a part of them
     */
    record Fault(IntToDoubleFunction truth, IntToDoubleFunction error, IntToDoubleFunction digits) {}

    static final Fault NONE = new Fault(i -> Double.NaN, i -> 0, i -> 0);

    final double[] high;
    final double[] low;
    final double[] close;
    private final double[] typical;

    /** The largest close so far. */
    private final double[] largest;

    TaLibFaults(List<BarValues> bars) {
        high = bars.stream().mapToDouble(BarValues::high).toArray();
        low = bars.stream().mapToDouble(BarValues::low).toArray();
        close = bars.stream().mapToDouble(BarValues::close).toArray();
        typical = new double[close.length];
        largest = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            typical[i] = (high[i] + low[i] + close[i]) / 3;
            largest[i] = Math.max(close[i], i == 0 ? 0 : largest[i - 1]);
        }
    }

    /** Of sums and sums of squares carried along, divided by n and subtracted. */
    private double varianceError(int i, int n) {
        return 4 * (i + n) * ROUNDING * n * largest[i] * largest[i] / n * 2;
    }

    private double trueVariance(int i, int n) {
        return TwoPass.moment(TwoPass.window(close, i, n), 2);
    }

    Fault variance(int n) {
        return new Fault(i -> trueVariance(i, n), i -> varianceError(i, n) * n, i -> 0);
    }

    Fault deviation(int n) {
        return new Fault(
                i -> Math.sqrt(trueVariance(i, n)),
                i -> deviationError(trueVariance(i, n), varianceError(i, n) * n),
                i -> 0);
    }

    /** A variance that may come out below 1e-8 may come out as 0. */
    private static double deviationError(double variance, double error) {
        return variance - error <= ZERO ? Math.sqrt(variance + error) : error / Math.sqrt(variance - error);
    }

    /** A Bollinger band: its deviation's fault. The band is as exact as its middle, no more. */
    Fault band(int n, double width) {
        return new Fault(
                i -> TwoPass.mean(TwoPass.window(close, i, n)) + width * Math.sqrt(trueVariance(i, n)),
                i -> Math.abs(width) * deviationError(trueVariance(i, n), varianceError(i, n) * n)
                        + i * ROUNDING * largest[i] * n,
                i -> 0);
    }

    /** n Σ xy − Σ x Σ y, divided by n² (n² − 1) / 12. */
    private double slopeError(int i) {
        return 64 * ROUNDING * largest[i];
    }

    Fault slope(int n) {
        return new Fault(i -> TwoPass.slope(TwoPass.window(close, i, n)), this::slopeError, i -> slopeDigits(i, n));
    }

    /** Of distances from the mean that are subtracted from one another. */
    private double slopeDigits(int i, int n) {
        var window = TwoPass.window(close, i, n);
        return 64 * ROUNDING * (TwoPass.max(window) - TwoPass.min(window)) / n;
    }

    Fault angle(int n) {
        return new Fault(
                i -> Math.toDegrees(Math.atan(TwoPass.slope(TwoPass.window(close, i, n)))),
                i -> Math.toDegrees(slopeError(i)),
                i -> Math.toDegrees(slopeDigits(i, n)));
    }

    /** (x / before − 1) × 100: what is subtracted is about 1. */
    Fault rateOfChange(int n) {
        return new Fault(
                i -> 100 * ((close[i] - close[i - n]) / close[i - n]),
                i -> 400 * ROUNDING * (1 + close[i] / close[i - n]),
                i -> 0);
    }

    Fault cci(int n) {
        return new Fault(
                i -> trueCci(i, n),
                i -> {
                    double spread = TwoPass.meanDeviation(TwoPass.window(typical, i, n));
                    double error = (n + 2) * ROUNDING * TwoPass.max(TwoPass.window(typical, i, n));
                    return spread <= 4 * error ? ANY : (1 + Math.abs(trueCci(i, n))) * 4 * error / (0.015 * spread);
                },
                i -> 0x1p-40);
    }

    private double trueCci(int i, int n) {
        var window = TwoPass.window(typical, i, n);
        double spread = TwoPass.meanDeviation(window);
        return spread == 0 ? 0 : TwoPass.centered(window)[n - 1] / (0.015 * spread);
    }

    /** k of the fast stochastic oscillator. */
    double trueK(int i, int n) {
        double highest = TwoPass.max(TwoPass.window(high, i, n));
        double lowest = TwoPass.min(TwoPass.window(low, i, n));
        return highest == lowest ? 0 : 100 * ((close[i] - lowest) / (highest - lowest));
    }

    /** A mean of percentages in a sum that is carried along. */
    Fault stochasticMean(int n, int smooth) {
        return new Fault(i -> trueD(i, n, smooth), i -> 400.0 * i * ROUNDING, i -> 0);
    }

    private double trueD(int i, int n, int smooth) {
        double sum = 0;
        for (int k = 0; k < smooth; k++) {
            sum += trueK(i - k, n);
        }
        return sum / smooth;
    }

    /** A mean of means. */
    Fault stochasticMean(int n, int smooth, int signal) {
        return new Fault(
                i -> {
                    double sum = 0;
                    for (int k = 0; k < signal; k++) {
                        sum += trueD(i - k, n, smooth);
                    }
                    return sum / signal;
                },
                i -> 800.0 * i * ROUNDING,
                i -> 0);
    }

    /** Of sums of pressures and ranges carried along; a range below 1e-8 is taken for none. */
    Fault ultimate(int... periods) {
        double[] pressures = new double[close.length];
        double[] ranges = new double[close.length];
        double[] largestRange = new double[close.length];
        for (int i = 1; i < close.length; i++) {
            double trueLow = Math.min(low[i], close[i - 1]);
            pressures[i] = close[i] - trueLow;
            ranges[i] = Math.max(high[i], close[i - 1]) - trueLow;
            largestRange[i] = Math.max(largestRange[i - 1], ranges[i]);
        }
        return new Fault(
                i -> {
                    double sum = 0;
                    for (int k = 0; k < periods.length; k++) {
                        double range = TwoPass.sum(TwoPass.window(ranges, i, periods[k]));
                        sum += range == 0
                                ? 0
                                : (4 >> k) * (TwoPass.sum(TwoPass.window(pressures, i, periods[k])) / range);
                    }
                    return 100 * sum / 7;
                },
                i -> {
                    double error = 0;
                    for (int k = 0; k < periods.length; k++) {
                        double range = TwoPass.sum(TwoPass.window(ranges, i, periods[k]));
                        double drift = 4 * i * ROUNDING * periods[k] * largestRange[i];
                        error += range <= ZERO + 4 * drift ? ANY : 100 * 4 * drift / range;
                    }
                    return error;
                },
                i -> 0);
    }

    /** The index of Wilder's averages of rises and falls, which is taken for 0 where their sum is below 1e-8. */
    Fault wilderIndex(int n, boolean isCmo) {
        var rises = wilder(n, 1);
        var falls = wilder(n, -1);
        return new Fault(
                i -> {
                    double sum = rises[i] + falls[i];
                    double part = isCmo ? rises[i] - falls[i] : rises[i];
                    return sum == 0 ? 0 : 100 * (part / sum);
                },
                i -> rises[i] + falls[i] <= 1.001 * ZERO ? 100 : 0,
                i -> isCmo ? 200 * n * ROUNDING : 0);
    }

    /** Wilder's averages of the rises (1) or falls (−1), from the n-th change on. */
    private double[] wilder(int n, int direction) {
        var averages = new double[close.length];
        double average = 0;
        for (int i = 1; i < close.length; i++) {
            double change = Math.max(0, direction * (close[i] - close[i - 1]));
            average = i <= n ? average + change : (average * (n - 1) + change) / n;
            if (i == n) {
                average /= n;
            }
            averages[i] = average;
        }
        return averages;
    }

    /** d of the stochastic RSI: of an RSI that may be taken for 0, in a sum that is carried along. */
    Fault stochasticRsi(int n, int period, int smooth) {
        var rises = wilder(n, 1);
        var falls = wilder(n, -1);
        var index = wilderIndex(n, false);
        var rsi = new double[close.length];
        var zero = new boolean[close.length];
        for (int i = n; i < close.length; i++) {
            rsi[i] = index.truth().applyAsDouble(i);
            zero[i] = rises[i] + falls[i] <= 1.001 * ZERO && rises[i] + falls[i] > 0;
        }
        return new Fault(
                i -> {
                    double sum = 0;
                    for (int k = i + 1 - smooth; k <= i; k++) {
                        var window = TwoPass.window(rsi, k, period);
                        double lowest = TwoPass.min(window);
                        double width = TwoPass.max(window) - lowest;
                        sum += width == 0 ? 0 : 100 * ((rsi[k] - lowest) / width);
                    }
                    return sum / smooth;
                },
                i -> {
                    for (int k = i + 2 - smooth - period; k <= i; k++) {
                        if (zero[k]) {
                            return ANY;
                        }
                    }
                    return 400.0 * i * ROUNDING;
                },
                i -> 0);
    }

    /** (e / before − 1) × 100 of an EMA of an EMA of an EMA: what is subtracted is about 1. */
    Fault trix(int n) {
        var average = ema(ema(ema(close, 0, n), n - 1, n), 2 * (n - 1), n);
        return new Fault(
                i -> 100 * ((average[i] - average[i - 1]) / average[i - 1]),
                i -> 400 * ROUNDING * (1 + average[i] / average[i - 1]),
                i -> 0);
    }

    /** Seeded with the mean of the first n samples from a place on. */
    private static double[] ema(double[] samples, int from, int n) {
        var averages = new double[samples.length];
        double average = 0;
        for (int i = from; i < samples.length; i++) {
            if (i < from + n) {
                average += samples[i];
                if (i == from + n - 1) {
                    average /= n;
                }
            } else {
                average += (samples[i] - average) * (2.0 / (n + 1));
            }
            averages[i] = average;
        }
        return averages;
    }

    /**
     * A weighted sum that is carried along by subtracting a plain one, which is carried along itself: its error grows with
     * the square of the steps.
     */
    Fault weightedMean(int n) {
        return new Fault(
                i -> {
                    var window = TwoPass.window(close, i, n);
                    double sum = 0;
                    for (int k = 0; k < n; k++) {
                        sum += (k + 1) * (window[k] - window[0]);
                    }
                    return window[0] + sum / (n * (n + 1) / 2.0);
                },
                i -> 4.0 * (i + n) * (i + n) / n * ROUNDING * largest[i],
                i -> 0);
    }

    /**
     * A path that is carried along, and taken for none below 1e-8: the smoothing is then any that there is, and what it
     * does to the average is forgotten as the average forgets.
     */
    Fault kama(int n) {
        var truth = new double[close.length];
        var error = new double[close.length];
        double largestStep = 0;
        for (int i = 0; i < close.length; i++) {
            largestStep = i == 0 ? 0 : Math.max(largestStep, Math.abs(close[i] - close[i - 1]));
            truth[i] = close[i];
            if (i >= n) {
                double path = 0;
                for (int k = i + 1 - n; k <= i; k++) {
                    path += Math.abs(close[k] - close[k - 1]);
                }
                double drift = 4 * i * ROUNDING * n * largestStep;
                double way = Math.abs(close[i] - close[i - n]);
                double root = (path == 0 ? 1 : Math.min(1, way / path)) * (2.0 / 3 - 2.0 / 31) + 2.0 / 31;
                double gap = close[i] - truth[i - 1];
                truth[i] = truth[i - 1] + gap * root * root;
                boolean isAny = path <= ZERO + 4 * drift;
                error[i] = isAny
                        ? error[i - 1] + Math.abs(gap)
                        : error[i - 1] + (Math.abs(gap) + error[i - 1]) * 4 * drift / path - error[i - 1] * root * root;
            }
        }
        return new Fault(i -> truth[i], i -> error[i] + 8.0 * n * ROUNDING * largest[i], i -> 0);
    }
}
