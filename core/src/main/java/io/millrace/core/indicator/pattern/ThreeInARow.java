package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.pattern.CandlePattern.Definition;
import java.util.List;

/** The patterns of three candles of one color in a row. */
final class ThreeInARow {
    private static final int BARS = 13;

    static final List<Definition> ALL = List.of(
            new Definition(
                    "three-white-soldiers",
                    "Three white soldiers",
                    BARS,
                    "three white bodies without upper shadows, each closing higher, opening in or near the one before"
                            + " and not far shorter than it",
                    (c, p) -> areSoldiers(c) ? 100 : 0),
            new Definition(
                    "advance-block",
                    "Advance block",
                    BARS,
                    "three white bodies, each closing higher and opening in or near the one before, the first long, that"
                            + " weaken: shorter bodies or longer upper shadows",
                    (c, p) -> isAdvanceBlock(c) ? -100 : 0),
            new Definition(
                    "stalled-pattern",
                    "Stalled pattern",
                    BARS,
                    "two long white bodies, the second without an upper shadow, and a short one at its end",
                    (c, p) -> isStalled(c) ? -100 : 0),
            new Definition(
                    "three-black-crows",
                    "Three black crows",
                    14,
                    "after a white candle three black ones without lower shadows, each closing lower and opening in the"
                            + " body before",
                    (c, p) -> areCrows(c) ? -100 : 0),
            new Definition(
                    "identical-three-crows",
                    "Identical three crows",
                    BARS,
                    "three black candles without lower shadows, each closing lower and opening at the close before",
                    (c, p) -> areIdenticalCrows(c) ? -100 : 0),
            new Definition(
                    "three-stars-in-the-south",
                    "Three stars in the south",
                    BARS,
                    "a long black body with a longer lower shadow, a shorter one with a higher low, and a short one"
                            + " without shadows inside that",
                    (c, p) -> areStarsInTheSouth(c) ? 100 : 0));

    private ThreeInARow() {}

    private static boolean areWhite(Candles c) {
        return c.white(2) && c.white(1) && c.white(0) && c.close(0) > c.close(1) && c.close(1) > c.close(2);
    }

    private static boolean areBlack(Candles c) {
        return c.black(2) && c.black(1) && c.black(0);
    }

    /** Whether it opens above the open before and no further than near the close before. */
    private static boolean opensInOrNear(Candles c, int ago) {
        int before = ago + 1;
        return c.open(ago) > c.open(before) && c.open(ago) <= c.close(before) + c.near(before);
    }

    private static boolean areSoldiers(Candles c) {
        return areWhite(c)
                && opensInOrNear(c, 1)
                && opensInOrNear(c, 0)
                && c.hasNoUpperShadow(2)
                && c.hasNoUpperShadow(1)
                && c.hasNoUpperShadow(0)
                && c.body(1) > c.body(2) - c.far(2)
                && c.body(0) > c.body(1) - c.far(1)
                && c.body(0) > c.averageBody(0);
    }

    private static boolean isAdvanceBlock(Candles c) {
        return areWhite(c)
                && opensInOrNear(c, 1)
                && opensInOrNear(c, 0)
                && c.isLong(2)
                && c.upperShadow(2) < c.averageShadow(2)
                && isWeakening(c);
    }

    private static boolean isWeakening(Candles c) {
        double first = c.body(2);
        double second = c.body(1);
        double third = c.body(0);
        boolean secondStops = second < first - c.far(2) && third < second + c.near(1);
        boolean thirdStops = third < second - c.far(1);
        boolean shrinking = third < second
                && second < first
                && (c.upperShadow(0) > c.averageShadow(0) || c.upperShadow(1) > c.averageShadow(1));
        boolean shadowed = third < second && c.upperShadow(0) > third;
        return secondStops || thirdStops || shrinking || shadowed;
    }

    private static boolean isStalled(Candles c) {
        return areWhite(c)
                && opensInOrNear(c, 1)
                && c.isLong(2)
                && c.isLong(1)
                && c.hasNoUpperShadow(1)
                && c.isShort(0)
                && c.open(0) >= c.close(1) - c.body(0) - c.near(1);
    }

    private static boolean opensInside(Candles c, int ago) {
        return c.open(ago) < c.open(ago + 1) && c.open(ago) > c.close(ago + 1);
    }

    private static boolean fallWithoutLowerShadows(Candles c) {
        return areBlack(c)
                && c.close(2) > c.close(1)
                && c.close(1) > c.close(0)
                && c.hasNoLowerShadow(2)
                && c.hasNoLowerShadow(1)
                && c.hasNoLowerShadow(0);
    }

    private static boolean areCrows(Candles c) {
        return c.white(3)
                && c.high(3) > c.close(2)
                && opensInside(c, 1)
                && opensInside(c, 0)
                && fallWithoutLowerShadows(c);
    }

    private static boolean areIdenticalCrows(Candles c) {
        return fallWithoutLowerShadows(c) && c.isEqual(c.open(1), c.close(2), 2) && c.isEqual(c.open(0), c.close(1), 1);
    }

    private static boolean areStarsInTheSouth(Candles c) {
        return areBlack(c)
                && c.isLong(2)
                && c.lowerShadow(2) > c.body(2)
                && c.body(1) < c.body(2)
                && c.open(1) > c.close(2)
                && c.open(1) <= c.high(2)
                && c.low(1) < c.close(2)
                && c.low(1) >= c.low(2)
                && c.hasLowerShadow(1)
                && c.isShort(0)
                && c.hasNoShadows(0)
                && c.low(0) > c.low(1)
                && c.high(0) < c.high(1);
    }
}
