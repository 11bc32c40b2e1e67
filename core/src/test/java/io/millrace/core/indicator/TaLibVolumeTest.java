package io.millrace.core.indicator;

import static io.millrace.core.indicator.TaLibParity.CORE;
import static io.millrace.core.indicator.TaLibParity.equal;
import static io.millrace.core.indicator.TaLibParity.isClose;
import static io.millrace.core.indicator.TaLibParity.ours;
import static io.millrace.core.indicator.TaLibParity.theirs;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The indicators of volume equal TA-Lib's to 1e-9, from the same bar on.
 *
 * <p>Its money flow index takes a flow below 1 for none and keeps its sums by subtraction: where it has lost its digits,
 * ours must be what the window itself gives. Its Chaikin oscillator is the difference of averages of a line without end,
 * and so as exact as the line and no more; the line itself passes zero and is as exact as all the volume in it.
 */
class TaLibVolumeTest {
    @Test
    void equalsTaLibOnGeneratedSeries() {
        TaLibParity.onGeneratedSeries(TaLibVolumeTest::equalsTaLib);
    }

    @Test
    void equalsTaLibOnRealBars() {
        TaLibParity.onRealBars(TaLibVolumeTest::equalsTaLib);
    }

    private static void equalsTaLib(String series, List<BarValues> bars) {
        for (int period : new int[] {2, 14, 50}) {
            moneyFlow(series, bars, period);
        }
        line(series, bars);
        oscillator(series, bars, 3, 10);
        oscillator(series, bars, 5, 40);
    }

    private static void moneyFlow(String series, List<BarValues> bars, int n) {
        var book = new Textbook(bars);
        int last = bars.size() - 1;
        double[] theirs = theirs(
                bars.size(),
                (b, c, out) -> CORE.mfi(0, last, book.high, book.low, book.close, book.volume, n, b, c, out));
        String name = "mfi(" + n + ")";
        equal(name + " of " + series, ours(name, name, bars), theirs, 0, (bar, ours, other) -> {
            double rises = 0;
            double all = 0;
            for (int i = bar - n + 1; i <= bar; i++) {
                double change = typical(book, i) - typical(book, i - 1);
                double flow = typical(book, i) * book.volume[i];
                rises += change > 0 ? flow : 0;
                all += change == 0 ? 0 : flow;
            }
            return isClose(ours, all > 0 ? 100 * rises / all : 0, 0);
        });
    }

    private static double typical(Textbook book, int i) {
        return (book.high[i] + book.low[i] + book.close[i]) / 3;
    }

    private static void line(String series, List<BarValues> bars) {
        var book = new Textbook(bars);
        int last = bars.size() - 1;
        double[] theirs = theirs(
                bars.size(), (b, c, out) -> CORE.ad(0, last, book.high, book.low, book.close, book.volume, b, c, out));
        double[] added = added(book.volume);
        equal(
                "ad of " + series,
                ours("ad", "ad", bars),
                theirs,
                0,
                (bar, ours, other) -> Math.abs(ours - other) <= TaLibParity.TOLERANCE * added[bar]);
    }

    private static void oscillator(String series, List<BarValues> bars, int fast, int slow) {
        var book = new Textbook(bars);
        int last = bars.size() - 1;
        double[] theirs = theirs(
                bars.size(),
                (b, c, out) ->
                        CORE.adOsc(0, last, book.high, book.low, book.close, book.volume, fast, slow, b, c, out));
        double[] exact = exactOscillator(book, fast, slow);
        double[] added = added(book.volume);
        String name = "chaikin(" + fast + "," + slow + ")";
        double scale = book.length == 0 ? 0 : added[last] / book.length;
        equal(name + " of " + series, ours(name, name, bars), theirs, 0, (bar, ours, other) -> {
            boolean asExactAsTheLine = Math.abs(ours - other) <= 1e-14 * added[bar];
            return asExactAsTheLine && Math.abs(ours - exact[bar]) <= TaLibParity.TOLERANCE * scale;
        });
    }

    /** The difference of both averages of the line, with the line moved back to zero at every bar. */
    private static double[] exactOscillator(Textbook book, int fast, int slow) {
        double fastWeight = 2.0 / (fast + 1);
        double slowWeight = 2.0 / (slow + 1);
        var difference = new double[book.length];
        double line = 0;
        double fastAverage = 0;
        double slowAverage = 0;
        for (int i = 1; i < book.length; i++) {
            double range = book.high[i] - book.low[i];
            line += range > 0
                    ? ((book.close[i] - book.low[i]) - (book.high[i] - book.close[i])) / range * book.volume[i]
                    : 0;
            fastAverage += fastWeight * (line - fastAverage);
            slowAverage += slowWeight * (line - slowAverage);
            difference[i] = fastAverage - slowAverage;
            // All three may be moved together: what is left is small, and so are its rounding errors.
            fastAverage -= line;
            slowAverage -= line;
            line = 0;
        }
        return difference;
    }

    private static double[] added(double[] volume) {
        var added = new double[volume.length];
        double sum = 0;
        for (int i = 0; i < volume.length; i++) {
            sum += volume[i];
            added[i] = sum;
        }
        return added;
    }
}
