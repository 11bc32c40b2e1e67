package io.millrace.core.indicator;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.millrace.core.indicator.TaLibFaults.Fault;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.indicator.volatility.Bollinger;
import io.millrace.core.indicator.volume.Obv;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every value that TA-Lib has too equals TA-Lib's to 1e-9 relative, from the same bar on. Where TA-Lib's own arithmetic
 * is at fault ({@link TaLibFaults}) by as much as the two differ, the true value counts, to 1e-9 relative too.
 */
class TaLibParityTest {
    private static final double TOLERANCE = 1e-9;

    static List<Path> files() {
        var files = BarSeries.files();
        assumeFalse(files.isEmpty(), "no bar files in ../shared/data beside the project: nothing to compare");
        return files;
    }

    @Test
    void equalsTaLibOnGeneratedSeries() {
        double[] prices = {1e-3, 0.7, 1.3, 40, 1_000, 90_000, 5e7};
        double[] steps = {1e-4, 2e-3, 3e-2};
        for (double price : prices) {
            for (double step : steps) {
                for (long seed = 0; seed < 5; seed++) {
                    equalsTaLib("price " + price + " step " + step, BarSeries.random(seed, 3_000, price, step));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void equalsTaLibOnRealBars(Path file) {
        BarSeries.read(file)
                .forEach((symbol, bars) -> equalsTaLib(file.getParent().getFileName() + " " + symbol, bars));
    }

    private static void equalsTaLib(String series, List<BarValues> bars) {
        var parity = new Parity(series, bars, new TaLib(bars), new TaLibFaults(bars));
        parity.averages();
        parity.oscillators();
        parity.ranges();
        parity.statistics();
        parity.obv();
    }

    /** One series, compared. */
    private record Parity(String series, List<BarValues> bars, TaLib ta, TaLibFaults faults) {
        void averages() {
            for (int period : new int[] {2, 5, 20, 200}) {
                compare(ta.sma(period), "sma(" + period + ")");
                compare(ta.ema(period), "ema(" + period + ")");
                compare(ta.wma(period), "wma(" + period + ")", faults.weightedMean(period));
                compare(ta.trima(period), "trima(" + period + ")");
                compare(ta.dema(period), "dema(" + period + ")");
                compare(ta.tema(period), "tema(" + period + ")");
                compare(ta.t3(period), "t3(" + period + ",0.7)");
                compare(ta.kama(period), "kama(" + period + ",2,30)", faults.kama(period));
                compare(ta.lsma(period), "lsma(" + period + ")");
            }
        }

        void oscillators() {
            for (int period : new int[] {2, 9, 14, 100}) {
                compare(ta.rsi(period), "rsi(" + period + ")", faults.wilderIndex(period, false));
                compare(ta.cmo(period), "cmo(" + period + ")", faults.wilderIndex(period, true));
                compare(ta.roc(period), "roc(" + period + ")", faults.rateOfChange(period));
                compare(ta.momentum(period), "momentum(" + period + ")");
                compare(ta.trix(period), "trix(" + period + ")", faults.trix(period));
                compare(ta.cci(period), "cci(" + period + ")", faults.cci(period));
            }
            for (int[] periods : new int[][] {{12, 26, 9}, {3, 10, 16}}) {
                int fast = periods[0];
                int slow = periods[1];
                compare(ta.macd(fast, slow, periods[2]), "macd(" + fast + "," + slow + "," + periods[2] + ")");
                compare(ta.apo(fast, slow), "apo(" + fast + "," + slow + ")");
                compare(ta.ppo(fast, slow), "ppo(" + fast + "," + slow + ",1)");
            }
        }

        void ranges() {
            for (int period : new int[] {2, 9, 14, 100}) {
                compare(ta.atr(period), "atr(" + period + ")");
                compare(ta.williams(period), "williams(" + period + ")");
                compare(
                        ta.fastStochastic(period, 3),
                        "stochastic-fast(" + period + ",3)",
                        faults.stochasticMean(period, 3));
                compare(
                        ta.stochastic(period, 3, 3),
                        "stochastic(" + period + ",3,3)",
                        faults.stochasticMean(period, 3),
                        faults.stochasticMean(period, 3, 3));
            }
            compare(
                    ta.stochRsi(14, 14, 3),
                    "stochrsi(14,14,3)",
                    faults.stochasticRsi(14, 14, 1),
                    faults.stochasticRsi(14, 14, 3));
            compare(
                    ta.stochRsi(9, 5, 3),
                    "stochrsi(9,5,3)",
                    faults.stochasticRsi(9, 5, 1),
                    faults.stochasticRsi(9, 5, 3));
            compare(ta.ultimate(7, 14, 28), "ultimate(7,14,28)", faults.ultimate(7, 14, 28));
            compare(ta.ultimate(2, 3, 5), "ultimate(2,3,5)", faults.ultimate(2, 3, 5));
        }

        void statistics() {
            for (int period : new int[] {2, 5, 20, 200}) {
                compare(
                        ta.bollinger(period, 2),
                        "bollinger(" + period + ",2)",
                        faults.band(period, 2),
                        TaLibFaults.NONE,
                        faults.band(period, -2));
                compare(ta.stddev(period), "stddev(" + period + ")", faults.deviation(period));
                compare(ta.variance(period), "variance(" + period + ")", faults.variance(period));
                compare(
                        ta.regression(period),
                        "regression(" + period + ")",
                        faults.slope(period),
                        TaLibFaults.NONE,
                        TaLibFaults.NONE,
                        faults.angle(period));
            }
        }

        void obv() {
            compare(ta.obv(), "obv");
        }

        /** @param known a fault for each of its values, the last of them for all others */
        private void compare(Map<String, double[]> expected, String name, Fault... known) {
            var indicator = Indicators.parse(name);
            var names = indicator.valueNames();
            double volume = 0;
            for (int i = 0; i < bars.size(); i++) {
                indicator.update(bars.get(i));
                volume += bars.get(i).volume();
                if (indicator.isReady() != (i + 1 >= indicator.warmUp())) {
                    throw new AssertionError(name + " of " + series + " is not ready after " + indicator.warmUp());
                }
                for (int k = 0; k < names.size(); k++) {
                    double[] theirs = expected.get(names.get(k));
                    if (theirs == null) {
                        continue;
                    }
                    var fault = known.length == 0 ? TaLibFaults.NONE : known[Math.min(k, known.length - 1)];
                    boolean equal = indicator.isReady()
                            ? isEqual(indicator.value(k), theirs[i], scale(indicator, volume), fault, i)
                            : Double.isNaN(theirs[i]);
                    if (!equal) {
                        throw new AssertionError(names.get(k) + " of " + series + " at " + i + " is "
                                + indicator.value(k) + ", TA-Lib has " + theirs[i] + ", true is "
                                + fault.truth().applyAsDouble(i) + ", TA-Lib's error is at most "
                                + fault.error().applyAsDouble(i));
                    }
                }
            }
        }
    }

    private static boolean isEqual(double ours, double theirs, double scale, Fault fault, int i) {
        if (isClose(ours, theirs, scale)) {
            return true;
        }
        double truth = fault.truth().applyAsDouble(i);
        double digits = fault.digits().applyAsDouble(i);
        return Math.abs(theirs - truth) <= fault.error().applyAsDouble(i)
                && Math.abs(ours - truth) <= TOLERANCE * Math.abs(truth) + digits;
    }

    /** Sums that pass zero are as exact as what they are made of, no more: all volumes; the mean of a band. */
    private static double scale(Indicator indicator, double volume) {
        return indicator instanceof Obv ? volume : indicator instanceof Bollinger bands ? bands.middle() : 0;
    }

    private static boolean isClose(double ours, double theirs, double scale) {
        double size = Math.max(scale, Math.max(Math.abs(ours), Math.abs(theirs)));
        return Math.abs(ours - theirs) <= TOLERANCE * size;
    }
}
