package io.millrace.core.indicator;

import static io.millrace.core.indicator.TaLibParity.CORE;
import static io.millrace.core.indicator.TaLibParity.ours;
import static io.millrace.core.indicator.TaLibParity.theirs;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The indicators of trend and of the true range equal TA-Lib's to 1e-9 relative, from the same bar on.
 *
 * <p>TA-Lib takes a true range, and a sum of +DI and −DI, below 1e-8 for zero. Ratios do not depend on the unit of the
 * price, so it is shown prices in a unit 2^300 smaller, which changes no digit of its arithmetic: what remains of the
 * fault is where the sum of +DI and −DI is itself below 1e-8 percent.
 */
class TaLibTrendTest {
    private static final double UNIT = 0x1p300;

    /** What is the difference of two percentages is as exact as they are, no more. */
    private static final double ONE_PERCENT = 1;

    @Test
    void equalsTaLibOnGeneratedSeries() {
        TaLibParity.onGeneratedSeries(TaLibTrendTest::equalsTaLib);
    }

    @Test
    void equalsTaLibOnRealBars() {
        TaLibParity.onRealBars(TaLibTrendTest::equalsTaLib);
    }

    private static void equalsTaLib(String series, List<BarValues> bars) {
        for (int period : new int[] {2, 14, 50}) {
            directionalMovement(series, bars, period);
            aroon(series, bars, period);
            normalisedRange(series, bars, period);
        }
        stops(series, bars, 0.02, 0.2);
        stops(series, bars, 0.05, 0.05);
        int last = bars.size() - 1;
        double[] high = TaLibParity.highs(bars);
        double[] low = TaLibParity.lows(bars);
        double[] close = TaLibParity.closes(bars);
        compare(
                series,
                bars,
                "tr",
                "tr",
                theirs(bars.size(), (b, c, out) -> CORE.trueRange(0, last, high, low, close, b, c, out)));
    }

    private static void aroon(String series, List<BarValues> bars, int n) {
        int last = bars.size() - 1;
        double[] high = TaLibParity.highs(bars);
        double[] low = TaLibParity.lows(bars);
        var upward = new double[bars.size()];
        var up = new double[bars.size()];
        double[] down = theirs(bars.size(), (b, c, out) -> {
            var code = CORE.aroon(0, last, high, low, n, b, c, out, upward);
            Arrays.fill(up, Double.NaN);
            System.arraycopy(upward, 0, up, b.value, c.value);
            return code;
        });
        double[] oscillator = theirs(bars.size(), (b, c, out) -> CORE.aroonOsc(0, last, high, low, n, b, c, out));
        String name = "aroon(" + n + ")";
        compare(series, bars, name, name + ".up", up);
        compare(series, bars, name, name + ".down", down);
        compare(series, bars, name, name + ".oscillator", oscillator);
    }

    private static void normalisedRange(String series, List<BarValues> bars, int n) {
        int last = bars.size() - 1;
        double[] high = scaled(TaLibParity.highs(bars), UNIT);
        double[] low = scaled(TaLibParity.lows(bars), UNIT);
        double[] close = scaled(TaLibParity.closes(bars), UNIT);
        String name = "natr(" + n + ")";
        compare(
                series,
                bars,
                name,
                name,
                theirs(bars.size(), (b, c, out) -> CORE.natr(0, last, high, low, close, n, b, c, out)));
    }

    private static void stops(String series, List<BarValues> bars, double step, double max) {
        int last = bars.size() - 1;
        double[] high = TaLibParity.highs(bars);
        double[] low = TaLibParity.lows(bars);
        String name = "psar(" + step + "," + max + ")";
        compare(
                series,
                bars,
                name,
                name + ".stop",
                theirs(bars.size(), (b, c, out) -> CORE.sar(0, last, high, low, step, max, b, c, out)));
    }

    private static void directionalMovement(String series, List<BarValues> bars, int n) {
        int last = bars.size() - 1;
        double[] high = scaled(TaLibParity.highs(bars), UNIT);
        double[] low = scaled(TaLibParity.lows(bars), UNIT);
        double[] close = scaled(TaLibParity.closes(bars), UNIT);
        double[] plus = theirs(bars.size(), (b, c, out) -> CORE.plusDI(0, last, high, low, close, n, b, c, out));
        double[] minus = theirs(bars.size(), (b, c, out) -> CORE.minusDI(0, last, high, low, close, n, b, c, out));
        double[] dx = theirs(bars.size(), (b, c, out) -> CORE.dx(0, last, high, low, close, n, b, c, out));
        double[] adx = theirs(bars.size(), (b, c, out) -> CORE.adx(0, last, high, low, close, n, b, c, out));
        double[] plusMovement = theirs(bars.size(), (b, c, out) -> CORE.plusDM(0, last, high, low, n, b, c, out));
        double[] minusMovement = theirs(bars.size(), (b, c, out) -> CORE.minusDM(0, last, high, low, n, b, c, out));
        // ours begin with the other values, one bar later
        Arrays.fill(plusMovement, 0, Math.min(n, bars.size()), Double.NaN);
        Arrays.fill(minusMovement, 0, Math.min(n, bars.size()), Double.NaN);

        String name = "dmi(" + n + ")";
        compare(series, bars, name, name + ".plus", plus);
        compare(series, bars, name, name + ".minus", minus);
        compare(series, bars, name, name + ".plusMovement", scaled(plusMovement, 1 / UNIT));
        compare(series, bars, name, name + ".minusMovement", scaled(minusMovement, 1 / UNIT));
        compare(series, bars, name, name + ".dx", dx, ONE_PERCENT);
        compare(series, bars, "adx(" + n + ")", "adx(" + n + ")", adx, ONE_PERCENT);
        double[] adxr = theirs(bars.size(), (b, c, out) -> CORE.adxr(0, last, high, low, close, n, b, c, out));
        compare(series, bars, "adxr(" + n + ")", "adxr(" + n + ")", adxr, ONE_PERCENT);
    }

    private static void compare(
            String series, List<BarValues> bars, String indicator, String value, double[] expected) {
        compare(series, bars, indicator, value, expected, 0);
    }

    private static void compare(
            String series, List<BarValues> bars, String indicator, String value, double[] expected, double scale) {
        TaLibParity.equal(
                value + " of " + series, ours(indicator, value, bars), expected, scale, (bar, ours, theirs) -> false);
    }

    private static double[] scaled(double[] values, double unit) {
        var scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * unit;
        }
        return scaled;
    }
}
