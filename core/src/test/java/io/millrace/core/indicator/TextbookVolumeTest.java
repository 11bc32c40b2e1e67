package io.millrace.core.indicator;

import static io.millrace.core.indicator.Textbook.same;
import static io.millrace.core.indicator.Textbook.sum;

import io.millrace.core.indicator.catalogue.Indicators;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The indicators of volume that TA-Lib does not have follow their formulas. */
class TextbookVolumeTest {
    private static final long DAY = 86_400_000_000_000L;

    @Test
    void followTheirFormulas() {
        Textbook.onAllSeries((series, bars) -> {
            var book = new Textbook(bars);
            chaikinFlow(series, bars, book, 20);
            klinger(series, bars, book);
            force(series, bars, book, 13);
            easeOfMovement(series, bars, book, 14);
            volumeIndices(series, bars, book);
            sessionVwap(series, bars, book);
            if (Arrays.stream(book.volume).anyMatch(volume -> volume > 0)) {
                vwapBands(series, bars, book, 30);
            }
        });
    }

    private static void chaikinFlow(String series, List<BarValues> bars, Textbook book, int n) {
        double[] flow = book.series(0, i -> {
            double range = book.high[i] - book.low[i];
            return range > 0 ? (2 * book.close[i] - book.low[i] - book.high[i]) / range * book.volume[i] : 0;
        });
        String name = "cmf(" + n + ")";
        double[] expected = book.series(n - 1, i -> {
            double volume = sum(book.volume, i, n);
            return volume > 0 ? sum(flow, i, n) / volume : 0;
        });
        same(series, bars, name, name, expected, i -> 1);
    }

    private static void klinger(String series, List<BarValues> bars, Textbook book) {
        var force = book.series(1, i -> 0);
        double ranges = 0;
        double trend = 0;
        for (int i = 1; i < book.length; i++) {
            double before = book.high[i - 1] + book.low[i - 1] + book.close[i - 1];
            double now = book.high[i] + book.low[i] + book.close[i] > before ? 1 : -1;
            double range = book.high[i] - book.low[i];
            ranges = now == trend ? ranges + range : book.high[i - 1] - book.low[i - 1] + range;
            trend = now;
            force[i] = ranges == 0 ? 0 : book.volume[i] * Math.abs(2 * (range / ranges - 1)) * trend * 100;
        }
        int first = 55;
        double[] slow = book.ema(force, 55);
        // the fast one begins on the window that ends where the slow one's does
        double[] fast = book.ema(book.series(1 + 55 - 34, i -> force[i]), 34);
        double[] line = book.series(first, i -> fast[i] - slow[i]);
        double[] signal = book.ema(line, 13);
        double size = 1e-9 + 100 * Arrays.stream(book.volume).average().orElse(0);
        String name = "klinger(34,55,13)";
        same(series, bars, name, name + ".line", book.series(67, i -> line[i]), i -> size);
        same(series, bars, name, name + ".signal", signal, i -> size);
        same(series, bars, name, name + ".histogram", book.series(67, i -> line[i] - signal[i]), i -> size);
    }

    private static void force(String series, List<BarValues> bars, Textbook book, int n) {
        double[] force = book.series(1, i -> (book.close[i] - book.close[i - 1]) * book.volume[i]);
        double size = Arrays.stream(force).skip(1).map(Math::abs).average().orElse(0);
        String name = "force(" + n + ")";
        same(series, bars, name, name, book.ema(force, n), i -> size);
    }

    private static void easeOfMovement(String series, List<BarValues> bars, Textbook book, int n) {
        double[] ease = book.series(1, i -> {
            double rise = (book.high[i] + book.low[i]) / 2 - (book.high[i - 1] + book.low[i - 1]) / 2;
            return book.volume[i] == 0 ? 0 : rise / (book.volume[i] / (book.high[i] - book.low[i]));
        });
        double size = Arrays.stream(ease).skip(1).map(Math::abs).average().orElse(0);
        String name = "ease-of-movement(" + n + ")";
        same(series, bars, name, name, book.series(n, i -> Textbook.mean(ease, i, n)), i -> size);
    }

    private static void volumeIndices(String series, List<BarValues> bars, Textbook book) {
        var falling = book.series(0, i -> 1_000);
        var rising = book.series(0, i -> 1_000);
        for (int i = 1; i < book.length; i++) {
            double change = (book.close[i] - book.close[i - 1]) / book.close[i - 1];
            double volume = book.volume[i] - book.volume[i - 1];
            falling[i] = falling[i - 1] + (volume < 0 ? falling[i - 1] * change : 0);
            rising[i] = rising[i - 1] + (volume > 0 ? rising[i - 1] * change : 0);
        }
        same(series, bars, "nvi", "nvi", falling);
        same(series, bars, "pvi", "pvi", rising);
    }

    private static void sessionVwap(String series, List<BarValues> bars, Textbook book) {
        String name = "session-vwap(24/7,2)";
        int[] open = new int[book.length];
        for (int i = 1; i < book.length; i++) {
            open[i] = day(bars, i) == day(bars, i - 1) ? open[i - 1] : i;
        }
        // every 97th bar is enough: the formula adds up the whole session anew
        double[] ours = TaLibParity.ours(name, name + ".vwap", bars);
        double[] deviation = TaLibParity.ours(name, name + ".deviation", bars);
        double[] upper = TaLibParity.ours(name, name + ".upper", bars);
        double[] lower = TaLibParity.ours(name, name + ".lower", bars);
        for (int i = 0; i < book.length; i += i < 10 ? 1 : 97) {
            int n = i - open[i] + 1;
            double mean = vwap(book, i, n);
            double apart = deviation(book, i, n, mean);
            isClose(series, i, ours[i], mean, 0);
            isClose(series, i, deviation[i], apart, mean * 1e-4);
            isClose(series, i, upper[i], mean + 2 * apart, 0);
            isClose(series, i, lower[i], mean - 2 * apart, 0);
        }
    }

    private static long day(List<BarValues> bars, int i) {
        return Math.floorDiv(bars.get(i).openTimeNanos(), DAY);
    }

    private static void vwapBands(String series, List<BarValues> bars, Textbook book, int n) {
        String name = "vwap-bands(" + n + ",1.5)";
        var indicator = Indicators.parse(name);
        for (int i = 0; i < book.length; i++) {
            indicator.update(bars.get(i));
            if (!indicator.isReady()) {
                continue;
            }
            double mean = vwap(book, i, n);
            double apart = deviation(book, i, n, mean);
            isClose(series, i, indicator.value(0), mean, 0);
            isClose(series, i, indicator.value(1), mean + 1.5 * apart, 0);
            isClose(series, i, indicator.value(2), mean - 1.5 * apart, 0);
            isClose(series, i, indicator.value(3), apart, mean * 1e-4);
        }
    }

    private static double vwap(Textbook book, int last, int n) {
        double volume = sum(book.volume, last, n);
        return volume > 0 ? sum(book.notional, last, n) / volume : book.close[last];
    }

    private static double deviation(Textbook book, int last, int n, double mean) {
        double squares = 0;
        double volume = 0;
        for (int i = last - n + 1; i <= last; i++) {
            if (book.volume[i] > 0) {
                squares += book.volume[i] * Math.pow(book.notional[i] / book.volume[i] - mean, 2);
                volume += book.volume[i];
            }
        }
        return volume > 0 ? Math.sqrt(squares / volume) : 0;
    }

    private static void isClose(String series, int i, double ours, double expected, double scale) {
        if (!TaLibParity.isClose(ours, expected, scale)) {
            throw new AssertionError("of " + series + " at " + i + " is " + ours + ", the formula gives " + expected);
        }
    }
}
