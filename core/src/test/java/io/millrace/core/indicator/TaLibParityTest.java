package io.millrace.core.indicator;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.indicator.momentum.Rsi;
import io.millrace.core.indicator.volatility.Bollinger;
import io.millrace.core.indicator.volume.Obv;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every value that TA-Lib has too equals TA-Lib's to 1e-9 relative, from the same bar on. */
class TaLibParityTest {
    private static final double TOLERANCE = 1e-9;
    private static final double TA_LIB_ZERO = 1e-8;

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

    @Test
    void equalsTaLibOnRealBars() {
        var files = BarSeries.files();
        assumeFalse(files.isEmpty(), "no bar files in ../shared/data beside the project: nothing to compare");
        for (var file : files) {
            BarSeries.read(file)
                    .forEach((symbol, bars) -> equalsTaLib(file.getParent().getFileName() + " " + symbol, bars));
        }
    }

    private static void equalsTaLib(String series, List<BarValues> bars) {
        var ta = new TaLib(bars);
        for (int period : new int[] {2, 5, 20, 200}) {
            compare(series, bars, ta.sma(period), "sma(" + period + ")");
            compare(series, bars, ta.ema(period), "ema(" + period + ")");
            compare(series, bars, ta.bollinger(period, 2), "bollinger(" + period + ",2)");
        }
        for (int period : new int[] {2, 9, 14, 100}) {
            compare(series, bars, ta.rsi(period), "rsi(" + period + ")");
            compare(series, bars, ta.atr(period), "atr(" + period + ")");
        }
        compare(series, bars, ta.macd(12, 26, 9), "macd(12,26,9)");
        compare(series, bars, ta.macd(3, 10, 16), "macd(3,10,16)");
        compare(series, bars, ta.obv(), "obv");
    }

    private static void compare(String series, List<BarValues> bars, Map<String, double[]> expected, String name) {
        var indicator = Indicators.parse(name);
        var actual = new HashMap<String, Double>();
        double volume = 0;
        for (int i = 0; i < bars.size(); i++) {
            indicator.update(bars.get(i));
            if (indicator.isReady() != (i + 1 >= indicator.warmUp())) {
                throw new AssertionError(name + " of " + series + " is not ready after " + indicator.warmUp());
            }
            actual.clear();
            indicator.values(actual::put);
            volume += bars.get(i).volume();
            for (var value : expected.entrySet()) {
                double theirs = value.getValue()[i];
                Double ours = actual.get(value.getKey());
                boolean equal = Double.isNaN(theirs)
                        ? ours == null
                        : ours != null
                                && (isClose(ours, theirs, scale(indicator, volume))
                                        || isTaLibZero(indicator, theirs)
                                        || isTrueBand(indicator, bars, i));
                if (!equal) {
                    throw new AssertionError(
                            value.getKey() + " of " + series + " at " + i + " is " + ours + ", TA-Lib has " + theirs);
                }
            }
        }
    }

    /** Sums that pass zero are as exact as what they are made of, no more: all volumes; the mean of a band. */
    private static double scale(Indicator indicator, double volume) {
        return indicator instanceof Obv ? volume : indicator instanceof Bollinger bands ? bands.middle() : 0;
    }

    private static boolean isClose(double ours, double theirs, double scale) {
        double size = Math.max(scale, Math.max(Math.abs(ours), Math.abs(theirs)));
        return Math.abs(ours - theirs) <= TOLERANCE * size;
    }

    /** TA-Lib takes a sum of rises and falls below 1e-8 for zero: there the true value counts. */
    private static boolean isTaLibZero(Indicator indicator, double theirs) {
        return theirs == 0 && indicator instanceof Rsi rsi && rsi.movement() < TA_LIB_ZERO;
    }

    /**
     * TA-Lib's variance is E[x²] − E[x]² of sums that drift, and zero below 1e-8: where it has lost its digits, ours must
     * be the one that two passes over the window give.
     */
    private static boolean isTrueBand(Indicator indicator, List<BarValues> bars, int last) {
        if (!(indicator instanceof Bollinger bands)) {
            return false;
        }
        double[] window = bars.subList(last + 1 - indicator.warmUp(), last + 1).stream()
                .mapToDouble(BarValues::close)
                .toArray();
        double mean = window[0];
        for (double x : window) {
            mean += (x - window[0]) / window.length;
        }
        double squares = 0;
        for (double x : window) {
            squares += (x - mean) * (x - mean);
        }
        double reach = 2 * Math.sqrt(squares / window.length);
        return isClose(bands.middle(), mean, 0)
                && Math.abs(bands.upper() - (mean + reach)) <= 1e-12 * mean
                && Math.abs(bands.lower() - (mean - reach)) <= 1e-12 * mean;
    }
}
