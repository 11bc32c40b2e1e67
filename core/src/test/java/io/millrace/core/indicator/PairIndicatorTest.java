package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.millrace.core.indicator.catalogue.Indicators;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators of two instruments, against TA-Lib and against two passes over every window. */
class PairIndicatorTest {
    private static final double TOLERANCE = 1e-9;

    /** Below this TA-Lib takes n² times a variance, or the product of two of n times, for zero. */
    private static final double TA_LIB_ZERO = 1e-8;

    private static final double ROUNDING = 0x1p-53;

    @ParameterizedTest
    @ValueSource(strings = {"correlation(2)", "correlation(20)", "beta(2)", "beta(5)"})
    void continuesFromASnapshotToTheLastBit(String name) {
        double[] x = closes(BarSeries.random(1, 300, 100, 0.01));
        double[] y = closes(BarSeries.random(2, 300, 3, 0.01));
        var whole = Indicators.parsePair(name);
        for (int i = 0; i < x.length; i++) {
            whole.add(x[i], y[i]);
            assertThat(whole.isReady()).isEqualTo(i + 1 >= whole.warmUp());
            var restored = Indicators.parsePair(name);
            restored.restore(whole.snapshot());
            assertThat(restored.snapshot()).isEqualTo(whole.snapshot());
            if (i + 1 < x.length) {
                restored.add(x[i + 1], y[i + 1]);
                var next = Indicators.parsePair(name);
                next.restore(whole.snapshot());
                next.add(x[i + 1], y[i + 1]);
                assertThat(restored.value(0)).isEqualTo(next.value(0));
            }
        }
    }

    @Test
    void valuesFollowFromASnapshotAsFromTheWholeSeries() {
        for (String name : List.of("correlation(20)", "beta(20)")) {
            double[] x = closes(BarSeries.random(1, 300, 100, 0.01));
            double[] y = closes(BarSeries.random(2, 300, 3, 0.01));
            var whole = Indicators.parsePair(name);
            var relay = Indicators.parsePair(name);
            for (int i = 0; i < x.length; i++) {
                var next = Indicators.parsePair(name);
                next.restore(relay.snapshot());
                relay = next;
                whole.add(x[i], y[i]);
                relay.add(x[i], y[i]);
                assertThat(relay.value(0)).isEqualTo(whole.value(0));
            }
        }
    }

    @Test
    void equalsTaLibOnGeneratedSeries() {
        double[] prices = {1e-3, 1.3, 1_000, 5e7};
        for (double price : prices) {
            for (long seed = 0; seed < 5; seed++) {
                double[] x = closes(BarSeries.random(seed, 3_000, price, 0.01));
                double[] y = closes(BarSeries.random(seed + 100, 3_000, 40, 0.002));
                double[] mixed = x.clone();
                for (int i = 0; i < x.length; i++) {
                    mixed[i] = x[i] / price + y[i] / 40;
                }
                equalsTaLib(x, y);
                equalsTaLib(x, mixed);
            }
        }
    }

    @Test
    void equalsTaLibOnRealBars() {
        assumeFalse(BarSeries.files().isEmpty(), "no bar files in ../shared/data beside the project");
        for (var file : BarSeries.files()) {
            var series = new ArrayList<>(BarSeries.read(file).values());
            for (int i = 1; i < series.size(); i++) {
                double[] x = closes(series.get(i));
                double[] y = closes(series.get(i - 1));
                int length = Math.min(x.length, y.length);
                equalsTaLib(java.util.Arrays.copyOf(x, length), java.util.Arrays.copyOf(y, length));
            }
        }
    }

    @Test
    void keepsItsDigitsWhereThePricesHardlyMove() {
        var random = new java.util.Random(5);
        double[] x = new double[2_000];
        double[] y = new double[2_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1e6 + 1e-6 * random.nextInt(1_000);
            y[i] = 2e6 + 1e-6 * random.nextInt(1_000) + (x[i] - 1e6);
        }
        check("correlation(20)", x, y, (i, value) -> Math.abs(value - trueCorrelation(x, y, i, 20)));
    }

    @Test
    void saysThatItIsOfTwoInstruments() {
        assertThatThrownBy(() -> Indicators.parsePair("sma(3)"))
                .hasMessage("no indicator 'sma', there are: correlation(period), beta(period)");
        assertThat(Indicators.parsePair("beta").valueNames()).containsExactly("beta(20)");
    }

    private static void equalsTaLib(double[] x, double[] y) {
        double[] largestX = largestSoFar(x);
        double[] largestY = largestSoFar(y);
        double[] returns = returns(y);
        double[] ours = returns(x);
        double[] largestReturn = largestSoFar(returns);
        double[] largestOfOurs = largestSoFar(ours);
        for (int n : new int[] {2, 20, 100}) {
            if (x.length <= n + 1) {
                continue;
            }
            double[] correlation = TaLib.correlation(x, y, n);
            check("correlation(" + n + ")", x, y, (i, value) -> {
                if (isClose(value, correlation[i])) {
                    return 0.0;
                }
                double truth = trueCorrelation(x, y, i, n);
                return Math.abs(correlation[i] - truth) <= correlationError(x, y, i, n, largestX[i], largestY[i])
                        ? Math.abs(value - truth)
                        : 1.0;
            });
            double[] beta = TaLib.beta(x, y, n);
            check("beta(" + n + ")", x, y, (i, value) -> {
                if (isClose(value, beta[i])) {
                    return 0.0;
                }
                double variance = TwoPass.moment(TwoPass.window(returns, i, n), 2);
                double covariance = TwoPass.covariance(TwoPass.window(ours, i, n), TwoPass.window(returns, i, n));
                double truth = variance == 0 ? 0 : covariance / variance;
                boolean isFault = Math.abs(beta[i] - truth)
                        <= betaError(largestOfOurs[i], largestReturn[i], i, n, truth, variance);
                double digits = 1e-13 * Math.sqrt(TwoPass.moment(TwoPass.window(ours, i, n), 2) / variance);
                return isFault
                        ? Math.max(0, Math.abs(value - truth) - digits) / Math.max(1e-300, Math.abs(truth))
                        : 1.0;
            });
        }
    }

    /** TA-Lib's: of sums of squares carried along and subtracted, and 0 where they are small. */
    private static double correlationError(double[] x, double[] y, int i, int n, double largestX, double largestY) {
        double varianceX = n * TwoPass.moment(TwoPass.window(x, i, n), 2);
        double varianceY = n * TwoPass.moment(TwoPass.window(y, i, n), 2);
        double steps = 8.0 * (i + n) * n * ROUNDING;
        double errorX = steps * largestX * largestX;
        double errorY = steps * largestY * largestY;
        if (varianceX <= 2 * errorX || varianceY <= 2 * errorY || varianceX * varianceY <= 2 * TA_LIB_ZERO) {
            return Double.POSITIVE_INFINITY;
        }
        return 2
                * (steps * largestX * largestY / Math.sqrt(varianceX * varianceY)
                        + errorX / varianceX
                        + errorY / varianceY);
    }

    /** TA-Lib's: the same of returns, each with the rounding of a subtraction from 1. */
    private static double betaError(double largestX, double largest, int i, int n, double beta, double variance) {
        double steps = 8.0 * (i + n) * n * n * ROUNDING;
        double error = steps * largest * largest + 8.0 * n * n * ROUNDING * largest;
        double square = n * n * variance;
        if (square <= 2 * error + 2 * TA_LIB_ZERO) {
            return Double.POSITIVE_INFINITY;
        }
        double mixed = steps * largest * largestX + 8.0 * n * n * ROUNDING * (largest + largestX);
        return 2 * (mixed + Math.abs(beta) * error) / square;
    }

    private static double[] largestSoFar(double[] series) {
        var largest = new double[series.length];
        double most = 0;
        for (int i = 0; i < series.length; i++) {
            most = Math.max(most, Math.abs(series[i]));
            largest[i] = most;
        }
        return largest;
    }

    private static double trueCorrelation(double[] x, double[] y, int i, int n) {
        var a = TwoPass.window(x, i, n);
        var b = TwoPass.window(y, i, n);
        double deviations = Math.sqrt(TwoPass.moment(a, 2)) * Math.sqrt(TwoPass.moment(b, 2));
        return deviations == 0 ? 0 : TwoPass.covariance(a, b) / deviations;
    }

    /** @param error of a value at a place */
    private static void check(String name, double[] x, double[] y, ToDoubleBiFunction<Integer, Double> error) {
        var indicator = Indicators.parsePair(name);
        for (int i = 0; i < x.length; i++) {
            indicator.add(x[i], y[i]);
            if (indicator.isReady()) {
                assertThat(error.applyAsDouble(i, indicator.value())).as(name).isCloseTo(0, within(TOLERANCE));
            }
        }
    }

    private static boolean isClose(double ours, double theirs) {
        return Math.abs(ours - theirs) <= TOLERANCE * Math.max(Math.abs(ours), Math.abs(theirs));
    }

    private static double[] returns(double[] prices) {
        var returns = new double[prices.length];
        for (int i = 1; i < prices.length; i++) {
            returns[i] = (prices[i] - prices[i - 1]) / prices[i - 1];
        }
        return returns;
    }

    private static double[] closes(List<BarValues> bars) {
        return bars.stream().mapToDouble(BarValues::close).toArray();
    }
}
