package io.millrace.core.indicator.level;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.market.calendar.TradingCalendar;
import java.util.List;

/** How pivot points are computed of a session's prices; r is the range high − low, p the pivot. */
@SuppressWarnings("ImmutableEnumChecker") // a kind is immutable, and List.of
public enum PivotMethod {
    /** The floor traders' pivots. */
    CLASSIC(
            "pivots-classic",
            "Pivot points, classic",
            List.of("pivot", "r1", "r2", "r3", "s1", "s2", "s3"),
            "p = (high + low + close) / 3; r1, s1 = 2 p − low, 2 p − high; r2, s2 = p ± r; r3, s3 = r1 + r, s1 − r",
            "Person, A Complete Guide to Technical Trading Tactics (2004)") {
        @Override
        void compute(double open, double high, double low, double close, double[] out) {
            double pivot = (high + low + close) / 3;
            double range = high - low;
            out[0] = pivot;
            out[1] = 2 * pivot - low;
            out[2] = pivot + range;
            out[3] = 2 * pivot - low + range;
            out[4] = 2 * pivot - high;
            out[5] = pivot - range;
            out[6] = 2 * pivot - high - range;
        }
    },
    /** At Fibonacci's ratios of the range. */
    FIBONACCI(
            "pivots-fibonacci",
            "Pivot points, Fibonacci",
            List.of("pivot", "r1", "r2", "r3", "s1", "s2", "s3"),
            "p = (high + low + close) / 3; r1, s1 = p ± 0.382 r; r2, s2 = p ± 0.618 r; r3, s3 = p ± r",
            "Person, A Complete Guide to Technical Trading Tactics (2004)") {
        @Override
        void compute(double open, double high, double low, double close, double[] out) {
            double pivot = (high + low + close) / 3;
            double range = high - low;
            out[0] = pivot;
            out[1] = pivot + 0.382 * range;
            out[2] = pivot + 0.618 * range;
            out[3] = pivot + range;
            out[4] = pivot - 0.382 * range;
            out[5] = pivot - 0.618 * range;
            out[6] = pivot - range;
        }
    },
    /** Around the close, at parts of 1.1 ranges. */
    CAMARILLA(
            "pivots-camarilla",
            "Pivot points, Camarilla",
            List.of("pivot", "r1", "r2", "r3", "r4", "s1", "s2", "s3", "s4"),
            "p = (high + low + close) / 3; r1 to r4 = close + 1.1 r / 12, / 6, / 4, / 2; s1 to s4 = close − the same",
            "Scott (1989), as in Ochoa, Secrets of a Pivot Boss (2010)") {
        @Override
        void compute(double open, double high, double low, double close, double[] out) {
            double range = 1.1 * (high - low);
            out[0] = (high + low + close) / 3;
            out[1] = close + range / 12;
            out[2] = close + range / 6;
            out[3] = close + range / 4;
            out[4] = close + range / 2;
            out[5] = close - range / 12;
            out[6] = close - range / 6;
            out[7] = close - range / 4;
            out[8] = close - range / 2;
        }
    },
    /** With the close counted twice. */
    WOODIE(
            "pivots-woodie",
            "Pivot points, Woodie",
            List.of("pivot", "r1", "r2", "s1", "s2"),
            "p = (high + low + 2 close) / 4; r1, s1 = 2 p − low, 2 p − high; r2, s2 = p ± r. Of the close of the session"
                    + " before; some charts take the open of this one instead.",
            "Wood (Woodie's CCI Club)") {
        @Override
        void compute(double open, double high, double low, double close, double[] out) {
            double pivot = (high + low + 2 * close) / 4;
            out[0] = pivot;
            out[1] = 2 * pivot - low;
            out[2] = pivot + (high - low);
            out[3] = 2 * pivot - high;
            out[4] = pivot - (high - low);
        }
    },
    /** One level on each side, by whether the session rose. */
    DEMARK(
            "pivots-demark",
            "Pivot points, DeMark",
            List.of("pivot", "r1", "s1"),
            "x = high + 2 low + close of a session that fell, 2 high + low + close of one that rose, high + low + 2 close"
                    + " of one that closed where it opened; p = x / 4, r1 = x / 2 − low, s1 = x / 2 − high",
            "DeMark, The New Science of Technical Analysis (1994)") {
        @Override
        void compute(double open, double high, double low, double close, double[] out) {
            double counted = close < open ? low : close > open ? high : close;
            double sum = high + low + close + counted;
            out[0] = sum / 4;
            out[1] = sum / 2 - low;
            out[2] = sum / 2 - high;
        }
    };

    private final IndicatorKind kind;
    private final int levels;

    PivotMethod(String word, String title, List<String> names, String formula, String source) {
        var description = IndicatorKind.named(word, title).word("calendar", TradingCalendar.ALWAYS.name());
        names.forEach(name -> description.value(name, "price"));
        levels = names.size();
        kind = description
                .formula(formula)
                .seeding("The session is the last one before the bar's, by the calendar; there are no levels until one"
                        + " has been seen to end. Bars outside of sessions change nothing.")
                .source(source)
                .creates(p -> new PivotPoints(this, p.word("calendar")));
    }

    IndicatorKind kind() {
        return kind;
    }

    int levels() {
        return levels;
    }

    /** The levels that follow from a session, in the order of their names. */
    abstract void compute(double open, double high, double low, double close, double[] out);
}
