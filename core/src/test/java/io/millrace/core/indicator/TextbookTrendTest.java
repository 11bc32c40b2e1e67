package io.millrace.core.indicator;

import static io.millrace.core.indicator.Textbook.highest;
import static io.millrace.core.indicator.Textbook.lowest;
import static io.millrace.core.indicator.Textbook.mean;
import static io.millrace.core.indicator.Textbook.same;
import static io.millrace.core.indicator.Textbook.sum;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The indicators of trend and volatility that TA-Lib does not have follow their formulas. */
class TextbookTrendTest {
    @Test
    void followTheirFormulas() {
        Textbook.onAllSeries((series, bars) -> {
            var book = new Textbook(bars);
            vortex(series, bars, book, 14);
            choppiness(series, bars, book, 14);
            superTrend(series, bars, book, 10, 3);
            ichimoku(series, bars, book, 9, 26, 52);
            bands(series, bars, book, 20);
            channels(series, bars, book);
            ulcer(series, bars, book, 14);
            massIndex(series, bars, book, 9, 25);
        });
    }

    private static void vortex(String series, List<BarValues> bars, Textbook book, int n) {
        double[] range = book.trueRange();
        double[] up = book.series(1, i -> Math.abs(book.high[i] - book.low[i - 1]));
        double[] down = book.series(1, i -> Math.abs(book.low[i] - book.high[i - 1]));
        String name = "vortex(" + n + ")";
        same(series, bars, name, name + ".plus", book.series(n, i -> share(sum(up, i, n), sum(range, i, n))));
        same(series, bars, name, name + ".minus", book.series(n, i -> share(sum(down, i, n), sum(range, i, n))));
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private static void choppiness(String series, List<BarValues> bars, Textbook book, int n) {
        double[] range = book.trueRange();
        String name = "choppiness(" + n + ")";
        double[] expected = book.series(n, i -> {
            double reach = highest(book.high, i, n) - lowest(book.low, i, n);
            return reach > 0 ? 100 * Math.log(sum(range, i, n) / reach) / Math.log(n) : 100;
        });
        same(series, bars, name, name, expected, i -> 1);
    }

    private static void superTrend(String series, List<BarValues> bars, Textbook book, int n, double k) {
        double[] atr = book.atr(n);
        var line = book.series(book.length, i -> 0);
        var trend = book.series(book.length, i -> 0);
        double upper = 0;
        double lower = 0;
        for (int i = n; i < book.length; i++) {
            double basicUpper = (book.high[i] + book.low[i]) / 2 + k * atr[i];
            double basicLower = (book.high[i] + book.low[i]) / 2 - k * atr[i];
            upper = i == n || basicUpper < upper || book.close[i - 1] > upper ? basicUpper : upper;
            lower = i == n || basicLower > lower || book.close[i - 1] < lower ? basicLower : lower;
            if (i == n) {
                trend[i] = -1;
            } else if (trend[i - 1] < 0) {
                trend[i] = book.close[i] > upper ? 1 : -1;
            } else {
                trend[i] = book.close[i] < lower ? -1 : 1;
            }
            line[i] = trend[i] > 0 ? lower : upper;
        }
        String name = "supertrend(" + n + ",3)";
        same(series, bars, name, name + ".trend", trend);
        same(series, bars, name, name + ".line", line);
    }

    private static void ichimoku(String series, List<BarValues> bars, Textbook book, int fast, int base, int slow) {
        int first = slow + base - 1;
        String name = "ichimoku(" + fast + "," + base + "," + slow + ")";
        same(series, bars, name, name + ".conversion", book.series(first, i -> middle(book, i, fast)));
        same(series, bars, name, name + ".base", book.series(first, i -> middle(book, i, base)));
        double[] spanA = book.series(slow - 1, i -> (middle(book, i, fast) + middle(book, i, base)) / 2);
        same(series, bars, name, name + ".nextSpanA", book.series(first, i -> spanA[i]));
        same(series, bars, name, name + ".nextSpanB", book.series(first, i -> middle(book, i, slow)));
        same(series, bars, name, name + ".spanA", book.series(first, i -> spanA[i - base]));
        same(series, bars, name, name + ".spanB", book.series(first, i -> middle(book, i - base, slow)));
        same(series, bars, name, name + ".lagging", book.series(first, i -> book.close[i]));
        same(series, bars, name, name + ".lagged", book.series(first, i -> book.close[i - base]));
    }

    private static double middle(Textbook book, int last, int n) {
        return (highest(book.high, last, n) + lowest(book.low, last, n)) / 2;
    }

    private static void bands(String series, List<BarValues> bars, Textbook book, int n) {
        double[] upper = book.series(n - 1, i -> mean(book.close, i, n) + 2 * Textbook.deviation(book.close, i, n));
        double[] lower = book.series(n - 1, i -> mean(book.close, i, n) - 2 * Textbook.deviation(book.close, i, n));
        String width = "bollinger-width(" + n + ",2)";
        same(
                series,
                bars,
                width,
                width,
                book.series(n - 1, i -> (upper[i] - lower[i]) / mean(book.close, i, n)),
                i -> 1e-3);
        String part = "bollinger-percent-b(" + n + ",2)";
        double[] ours = TaLibParity.ours(part, part, bars);
        for (int i = n - 1; i < book.length; i++) {
            // What the bands say of the close, in the price's own digits: the bands may be almost one.
            double place = highest(book.close, i, n) == lowest(book.close, i, n)
                    ? book.close[i]
                    : lower[i] + ours[i] * (upper[i] - lower[i]);
            if (!TaLibParity.isClose(place, book.close[i], 0)) {
                throw new AssertionError(part + " of " + series + " at " + i + " places the close at " + place);
            }
        }
    }

    private static void channels(String series, List<BarValues> bars, Textbook book) {
        double[] middle = book.ema(book.close, 20);
        double[] atr = book.atr(10);
        String keltner = "keltner(20,2,10)";
        same(series, bars, keltner, keltner + ".upper", book.series(19, i -> middle[i] + 2 * atr[i]));
        same(series, bars, keltner, keltner + ".middle", middle);
        same(series, bars, keltner, keltner + ".lower", book.series(19, i -> middle[i] - 2 * atr[i]));
        String donchian = "donchian(20)";
        same(series, bars, donchian, donchian + ".upper", book.series(19, i -> highest(book.high, i, 20)));
        same(series, bars, donchian, donchian + ".middle", book.series(19, i -> middle(book, i, 20)));
        same(series, bars, donchian, donchian + ".lower", book.series(19, i -> lowest(book.low, i, 20)));
        double[] range = book.atr(22);
        String exit = "chandelier(22,3)";
        same(series, bars, exit, exit + ".long", book.series(22, i -> highest(book.high, i, 22) - 3 * range[i]));
        same(series, bars, exit, exit + ".short", book.series(22, i -> lowest(book.low, i, 22) + 3 * range[i]));
    }

    private static void ulcer(String series, List<BarValues> bars, Textbook book, int n) {
        double[] squares = book.series(n - 1, i -> {
            double top = highest(book.close, i, n);
            return Math.pow(100 * (book.close[i] - top) / top, 2);
        });
        String name = "ulcer(" + n + ")";
        same(series, bars, name, name, book.series(2 * n - 2, i -> Math.sqrt(mean(squares, i, n))));
    }

    private static void massIndex(String series, List<BarValues> bars, Textbook book, int n, int m) {
        double[] once = book.ema(book.series(0, i -> book.high[i] - book.low[i]), n);
        double[] twice = book.ema(once, n);
        double[] ratio = book.series(2 * n - 2, i -> twice[i] > 0 ? once[i] / twice[i] : 1);
        String name = "mass(" + n + "," + m + ")";
        same(series, bars, name, name, book.series(2 * n + m - 3, i -> sum(ratio, i, m)));
    }
}
