package io.millrace.core.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * Formulas as books print them, over whole arrays and without any state, to compare the streaming ones with.
 *
 * <p>A series is NaN where it has no value yet.
 */
final class Textbook {
    private static final int ENOUGH = 2_000;

    final int length;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;
    final double[] notional;

    Textbook(List<BarValues> bars) {
        length = bars.size();
        open = TaLibParity.opens(bars);
        high = TaLibParity.highs(bars);
        low = TaLibParity.lows(bars);
        close = TaLibParity.closes(bars);
        volume = TaLibParity.volumes(bars);
        notional = bars.stream().mapToDouble(BarValues::notional).toArray();
    }

    /** Shows generated bars, and the first ones of every real series if there are any. */
    static void onAllSeries(BiConsumer<String, List<BarValues>> comparison) {
        TaLibParity.onGeneratedSeries(comparison);
        for (var file : BarSeries.files()) {
            BarSeries.read(file)
                    .forEach((symbol, bars) -> comparison.accept(
                            file.getParent().getFileName() + " " + symbol,
                            bars.subList(0, Math.min(ENOUGH, bars.size()))));
        }
    }

    double[] series(int first, IntToDoubleFunction formula) {
        var values = new double[length];
        Arrays.fill(values, Double.NaN);
        for (int i = first; i < length; i++) {
            values[i] = formula.applyAsDouble(i);
        }
        return values;
    }

    double[] trueRange() {
        return series(1, i -> Math.max(high[i], close[i - 1]) - Math.min(low[i], close[i - 1]));
    }

    /** An average with its weight of the new sample, from the mean of the first n samples on. */
    double[] exponential(double[] x, int n, double weight) {
        int first = firstOf(x) + n - 1;
        var averages = series(length, i -> 0);
        for (int i = first; i < length; i++) {
            averages[i] = i == first ? mean(x, i, n) : averages[i - 1] * (1 - weight) + x[i] * weight;
        }
        return averages;
    }

    double[] ema(double[] x, int n) {
        return exponential(x, n, 2.0 / (n + 1));
    }

    double[] atr(int n) {
        return exponential(trueRange(), n, 1.0 / n);
    }

    int firstOf(double[] x) {
        int first = 0;
        while (first < length && Double.isNaN(x[first])) {
            first++;
        }
        return first;
    }

    static double sum(double[] x, int last, int n) {
        double sum = 0;
        for (int i = last - n + 1; i <= last; i++) {
            sum += x[i];
        }
        return sum;
    }

    static double mean(double[] x, int last, int n) {
        return sum(x, last, n) / n;
    }

    static double deviation(double[] x, int last, int n) {
        double mean = mean(x, last, n);
        double squares = 0;
        for (int i = last - n + 1; i <= last; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return Math.sqrt(squares / n);
    }

    static double highest(double[] x, int last, int n) {
        return Arrays.stream(x, last - n + 1, last + 1).max().orElseThrow();
    }

    static double lowest(double[] x, int last, int n) {
        return Arrays.stream(x, last - n + 1, last + 1).min().orElseThrow();
    }

    /** Demands that the values of an indicator are those, to 1e-9 times themselves or the scale. */
    static void same(String series, List<BarValues> bars, String indicator, String value, double[] expected) {
        same(series, bars, indicator, value, expected, i -> 0);
    }

    static void same(
            String series,
            List<BarValues> bars,
            String indicator,
            String value,
            double[] expected,
            IntToDoubleFunction scale) {
        double[] ours = TaLibParity.ours(indicator, value, bars);
        for (int i = 0; i < ours.length; i++) {
            boolean equal = Double.isNaN(expected[i])
                    ? Double.isNaN(ours[i])
                    : TaLibParity.isClose(ours[i], expected[i], scale.applyAsDouble(i));
            if (!equal) {
                throw new AssertionError(
                        value + " of " + series + " at " + i + " is " + ours[i] + ", the formula gives " + expected[i]);
            }
        }
    }
}
