package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.pattern.CandlePattern.Definition;
import java.util.List;

/** The patterns of four and five candles. */
final class ManyCandles {
    private static final int BARS = 15;
    private static final double HALF = 0.5;

    static final List<Definition> ALL = List.of(
            new Definition(
                    "three-line-strike",
                    "Three-line strike",
                    9,
                    "three bodies of a color, each closing further and opening in or near the one before, and one of the"
                            + " other color over all three, of their color",
                    (c, p) -> isThreeLineStrike(c) ? 100 * c.color(1) : 0),
            new Definition(
                    "concealing-baby-swallow",
                    "Concealing baby swallow",
                    14,
                    "two black marubozu, a black candle a gap below with a shadow up into them, a black one around it",
                    (c, p) -> isConcealingBabySwallow(c) ? 100 : 0),
            new Definition(
                    "breakaway",
                    "Breakaway",
                    BARS,
                    "a long body, a gap, three candles on, and one of the other color that closes in the gap, of its"
                            + " color",
                    (c, p) -> isBreakaway(c) ? 100 * c.color(0) : 0),
            new Definition(
                    "ladder-bottom",
                    "Ladder bottom",
                    BARS,
                    "three black candles with lower opens and closes, one with an upper shadow, a white one above it",
                    (c, p) -> isLadderBottom(c) ? 100 : 0),
            new Definition(
                    "mat-hold",
                    "Mat hold",
                    BARS,
                    HALF,
                    "a long white body, three short ones from a gap above back into it, and a white one above them all",
                    (c, p) -> isMatHold(c, p) ? 100 : 0),
            new Definition(
                    "rise-fall-three-methods",
                    "Rising and falling three methods",
                    BARS,
                    "a long body, three short ones of the other color back within its range, and a long one further on,"
                            + " of its color",
                    (c, p) -> isThreeMethods(c) ? 100 * c.color(4) : 0));

    private ManyCandles() {}

    private static boolean opensInOrNear(Candles c, int ago) {
        double near = c.near(ago + 1);
        return c.open(ago) >= c.bottom(ago + 1) - near && c.open(ago) <= c.top(ago + 1) + near;
    }

    private static boolean isThreeLineStrike(Candles c) {
        boolean sameColor = c.color(3) == c.color(2) && c.color(2) == c.color(1) && c.color(0) == -c.color(1);
        if (!sameColor || !opensInOrNear(c, 2) || !opensInOrNear(c, 1)) {
            return false;
        }
        return c.white(1)
                ? c.close(1) > c.close(2) && c.close(2) > c.close(3) && c.open(0) > c.close(1) && c.close(0) < c.open(3)
                : c.close(1) < c.close(2)
                        && c.close(2) < c.close(3)
                        && c.open(0) < c.close(1)
                        && c.close(0) > c.open(3);
    }

    private static boolean isConcealingBabySwallow(Candles c) {
        return c.black(3)
                && c.black(2)
                && c.black(1)
                && c.black(0)
                && c.bodyGapDown(1, 2)
                && c.high(1) > c.close(2)
                && c.high(0) > c.high(1)
                && c.low(0) < c.low(1)
                && c.hasNoShadows(3)
                && c.hasNoShadows(2)
                && c.hasUpperShadow(1);
    }

    private static boolean isBreakaway(Candles c) {
        boolean colors = c.color(4) == c.color(3) && c.color(3) == c.color(1) && c.color(1) == -c.color(0);
        if (!colors) {
            return false;
        }
        boolean breaks = c.black(4)
                ? c.bodyGapDown(3, 4)
                        && c.high(2) < c.high(3)
                        && c.low(2) < c.low(3)
                        && c.high(1) < c.high(2)
                        && c.low(1) < c.low(2)
                        && c.close(0) > c.open(3)
                        && c.close(0) < c.close(4)
                : c.bodyGapUp(3, 4)
                        && c.high(2) > c.high(3)
                        && c.low(2) > c.low(3)
                        && c.high(1) > c.high(2)
                        && c.low(1) > c.low(2)
                        && c.close(0) < c.open(3)
                        && c.close(0) > c.close(4);
        return breaks && c.isLong(4);
    }

    private static boolean isLadderBottom(Candles c) {
        return c.black(4)
                && c.black(3)
                && c.black(2)
                && c.open(4) > c.open(3)
                && c.open(3) > c.open(2)
                && c.close(4) > c.close(3)
                && c.close(3) > c.close(2)
                && c.black(1)
                && c.hasUpperShadow(1)
                && c.white(0)
                && c.open(0) > c.open(1)
                && c.close(0) > c.high(1);
    }

    private static boolean areShort(Candles c) {
        return c.isShort(3) && c.isShort(2) && c.isShort(1);
    }

    private static boolean isMatHold(Candles c, double penetration) {
        double least = c.close(4) - c.body(4) * penetration;
        return c.white(4)
                && c.black(3)
                && c.white(0)
                && c.bodyGapUp(3, 4)
                && c.bottom(2) < c.close(4)
                && c.bottom(1) < c.close(4)
                && c.bottom(2) > least
                && c.bottom(1) > least
                && c.top(2) < c.open(3)
                && c.top(1) < c.top(2)
                && c.open(0) > c.close(1)
                && c.close(0) > Math.max(c.high(3), Math.max(c.high(2), c.high(1)))
                && c.isLong(4)
                && areShort(c);
    }

    private static boolean isWithin(Candles c, int ago) {
        return c.bottom(ago) < c.high(4) && c.top(ago) > c.low(4);
    }

    private static boolean isThreeMethods(Candles c) {
        int color = c.color(4);
        boolean colors = c.color(3) == -color && c.color(2) == -color && c.color(1) == -color && c.color(0) == color;
        return colors
                && isWithin(c, 3)
                && isWithin(c, 2)
                && isWithin(c, 1)
                && color * (c.close(3) - c.close(2)) > 0
                && color * (c.close(2) - c.close(1)) > 0
                && color * (c.open(0) - c.close(1)) > 0
                && color * (c.close(0) - c.close(4)) > 0
                && c.isLong(4)
                && areShort(c)
                && c.isLong(0);
    }
}
