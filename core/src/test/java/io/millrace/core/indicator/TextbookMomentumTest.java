package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.indicator.catalogue.Indicators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Averages, oscillators and statistics that TA-Lib has not, against their formulas written as the books have them: whole
 * series, window by window, in O(n) for every value.
 */
class TextbookMomentumTest {
    private static final double TOLERANCE = 1e-9;
    private static final List<BarValues> BARS = BarSeries.random(4, 1_500, 100, 0.01);
    private static final double[] CLOSE =
            BARS.stream().mapToDouble(BarValues::close).toArray();
    private static final double[] VOLUME =
            BARS.stream().mapToDouble(BarValues::volume).toArray();
    private static final double[] MIDDLE =
            BARS.stream().mapToDouble(bar -> (bar.high() + bar.low()) / 2).toArray();

    @Test
    void hullMovingAverage() {
        double[] raw = series(15, i -> 2 * wma(CLOSE, i, 8) - wma(CLOSE, i, 16));
        equal("hma(16)", i -> wma(raw, i, 4));
        double[] odd = series(20, i -> 2 * wma(CLOSE, i, 10) - wma(CLOSE, i, 21));
        equal("hma(21)", i -> wma(odd, i, 4));
    }

    @Test
    void wilderAverage() {
        double[] average = recursive(CLOSE, 0, 14, 1.0 / 14);
        equal("wilder(14)", i -> average[i]);
    }

    @Test
    void zeroLagAverage() {
        double[] input = series(9, i -> 2 * CLOSE[i] - CLOSE[i - 9]);
        double[] average = recursive(input, 9, 20, 2.0 / 21);
        equal("zlema(20)", i -> average[i]);
    }

    @Test
    void variableIndexDynamicAverage() {
        double[] average = CLOSE.clone();
        for (int i = 9; i < CLOSE.length; i++) {
            double rises = 0;
            double falls = 0;
            for (int k = i - 8; k <= i; k++) {
                rises += Math.max(0, CLOSE[k] - CLOSE[k - 1]);
                falls += Math.max(0, CLOSE[k - 1] - CLOSE[k]);
            }
            double index = rises + falls == 0 ? 0 : Math.abs(rises - falls) / (rises + falls);
            double weight = 2.0 / 15 * index;
            average[i] = weight * CLOSE[i] + (1 - weight) * average[i - 1];
        }
        equal("vidya(14,9)", i -> average[i]);
    }

    @Test
    void volumeWeightedAverage() {
        double[] weighted = series(0, i -> CLOSE[i] * VOLUME[i]);
        equal(
                "vwma(20)",
                i -> TwoPass.sum(TwoPass.window(weighted, i, 20)) / TwoPass.sum(TwoPass.window(VOLUME, i, 20)));
    }

    @Test
    void trueStrengthIndex() {
        double[] change = series(1, i -> CLOSE[i] - CLOSE[i - 1]);
        double[] size = series(1, i -> Math.abs(CLOSE[i] - CLOSE[i - 1]));
        double[] up = recursive(recursive(change, 1, 25, 2.0 / 26), 25, 13, 2.0 / 14);
        double[] all = recursive(recursive(size, 1, 25, 2.0 / 26), 25, 13, 2.0 / 14);
        equal("tsi(25,13)", i -> 100 * up[i] / all[i]);
    }

    @Test
    void awesomeOscillator() {
        equal("awesome(5,34)", i -> mean(MIDDLE, i, 5) - mean(MIDDLE, i, 34));
    }

    @Test
    void coppockCurve() {
        double[] rates = series(14, i -> rate(i, 14) + rate(i, 11));
        equal("coppock(10,14,11)", i -> wma(rates, i, 10));
    }

    @Test
    void knowSureThing() {
        int[] rocs = {10, 15, 20, 30};
        int[] smas = {10, 10, 10, 15};
        double[] line = series(44, i -> {
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                for (int j = i + 1 - smas[k]; j <= i; j++) {
                    sum += (k + 1) * rate(j, rocs[k]) / smas[k];
                }
            }
            return sum;
        });
        equal("kst(10,15,20,30,10,10,10,15,9)", i -> line[i], i -> mean(line, i, 9));
    }

    @Test
    void fisherTransform() {
        double[] line = new double[CLOSE.length];
        double position = 0;
        for (int i = 9; i < CLOSE.length; i++) {
            double[] window = TwoPass.window(MIDDLE, i, 10);
            double lowest = TwoPass.min(window);
            double width = TwoPass.max(window) - lowest;
            double place = width == 0 ? 0 : 2 * ((MIDDLE[i] - lowest) / width - 0.5);
            position = 0.33 * place + 0.67 * position;
            position = Math.max(-0.999, Math.min(0.999, position));
            line[i] = 0.5 * Math.log((1 + position) / (1 - position)) + 0.5 * line[i - 1];
        }
        equal("fisher(10)", i -> line[i], i -> line[i - 1]);
    }

    @Test
    void skewness() {
        equal("skew(20)", i -> {
            double[] window = TwoPass.window(CLOSE, i, 20);
            double variance = TwoPass.moment(window, 2);
            return variance == 0 ? 0 : TwoPass.moment(window, 3) / Math.pow(variance, 1.5);
        });
    }

    @Test
    void zScore() {
        equal("zscore(20)", i -> {
            double[] window = TwoPass.window(CLOSE, i, 20);
            double variance = TwoPass.moment(window, 2);
            return variance == 0 ? 0 : TwoPass.centered(window)[19] / Math.sqrt(variance);
        });
    }

    @Test
    void regression() {
        equal(
                "regression(14)",
                i -> TwoPass.slope(TwoPass.window(CLOSE, i, 14)),
                i -> mean(CLOSE, i, 14) - 6.5 * TwoPass.slope(TwoPass.window(CLOSE, i, 14)),
                i -> mean(CLOSE, i, 14) + 7.5 * TwoPass.slope(TwoPass.window(CLOSE, i, 14)),
                i -> Math.toDegrees(Math.atan(TwoPass.slope(TwoPass.window(CLOSE, i, 14)))),
                i -> TwoPass.determination(TwoPass.window(CLOSE, i, 14)));
    }

    @Test
    void signalOfThePercentageOscillator() {
        double[] fast = recursive(CLOSE, 0, 12, 2.0 / 13);
        double[] slow = recursive(CLOSE, 0, 26, 2.0 / 27);
        double[] line = series(25, i -> 100 * (fast[i] - slow[i]) / slow[i]);
        double[] signal = recursive(line, 25, 9, 0.2);
        equal("ppo(12,26,9)", i -> line[i], i -> signal[i], i -> line[i] - signal[i]);
    }

    @Test
    void aLongWindowOfTheChannelIndexGoesThroughATree() {
        double[] typical = BARS.stream()
                .mapToDouble(bar -> (bar.high() + bar.low() + bar.close()) / 3)
                .toArray();
        for (int n : new int[] {64, 65, 200, 700}) {
            equal("cci(" + n + ")", i -> {
                double[] window = TwoPass.window(typical, i, n);
                double spread = TwoPass.meanDeviation(window);
                return spread == 0 ? 0 : TwoPass.centered(window)[n - 1] / (0.015 * spread);
            });
        }
    }

    /** Steps of 1e-6 on a level of 1e6: what is left of the digits of a double are the steps themselves. */
    @Test
    void keepsItsDigitsWhereThePriceHardlyMoves() {
        var random = new Random(3);
        double[] close = new double[3_000];
        Arrays.setAll(close, i -> 1e6 + 1e-6 * random.nextInt(100));
        var bars = new ArrayList<BarValues>();
        for (double price : close) {
            bars.add(new BarValues(price, price, price, price, 1, 0, price, 0, 1));
        }
        equal(bars, 0, "stddev(20)", i -> Math.sqrt(TwoPass.moment(TwoPass.window(close, i, 20), 2)));
        equal(bars, 0, "variance(200)", i -> TwoPass.moment(TwoPass.window(close, i, 200), 2));
        equal(
                bars,
                1,
                "zscore(20)",
                i -> TwoPass.centered(TwoPass.window(close, i, 20))[19]
                        / Math.sqrt(TwoPass.moment(TwoPass.window(close, i, 20), 2)));
        equal(
                bars,
                1,
                "skew(50)",
                i -> TwoPass.moment(TwoPass.window(close, i, 50), 3)
                        / Math.pow(TwoPass.moment(TwoPass.window(close, i, 50), 2), 1.5));
    }

    private static double mean(double[] series, int i, int n) {
        return TwoPass.mean(TwoPass.window(series, i, n));
    }

    private static double wma(double[] series, int i, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += (n - k) * series[i - k];
        }
        return sum / (n * (n + 1) / 2.0);
    }

    private static double rate(int i, int n) {
        return 100 * (CLOSE[i] - CLOSE[i - n]) / CLOSE[i - n];
    }

    /** An average a ← a + (x − a) × weight that begins with the mean of n samples from a place on. */
    private static double[] recursive(double[] samples, int from, int n, double weight) {
        var averages = new double[samples.length];
        Arrays.fill(averages, Double.NaN);
        averages[from + n - 1] = TwoPass.mean(Arrays.copyOfRange(samples, from, from + n));
        for (int i = from + n; i < samples.length; i++) {
            averages[i] = weight * samples[i] + (1 - weight) * averages[i - 1];
        }
        return averages;
    }

    /** From a place on, nothing before. */
    private static double[] series(int from, IntToDoubleFunction value) {
        var series = new double[CLOSE.length];
        Arrays.setAll(series, i -> i < from ? Double.NaN : value.applyAsDouble(i));
        return series;
    }

    private static void equal(String name, IntToDoubleFunction... expected) {
        equal(BARS, 1e-3, name, expected);
    }

    /**
     * To 1e-9 relative.
     *
     * @param least what a value counts as at least: it may pass zero
     */
    private static void equal(List<BarValues> bars, double least, String name, IntToDoubleFunction... expected) {
        var indicator = Indicators.parse(name);
        assertThat(indicator.valueNames()).hasSize(expected.length);
        for (int i = 0; i < bars.size(); i++) {
            indicator.update(bars.get(i));
            assertThat(indicator.isReady()).isEqualTo(i + 1 >= indicator.warmUp());
            for (int k = 0; indicator.isReady() && k < expected.length; k++) {
                double value = expected[k].applyAsDouble(i);
                assertThat(indicator.value(k))
                        .as(indicator.valueNames().get(k))
                        .isCloseTo(value, within(TOLERANCE * Math.max(Math.abs(value), least)));
            }
        }
    }
}
