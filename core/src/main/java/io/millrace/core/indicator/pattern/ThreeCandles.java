package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.pattern.CandlePattern.Definition;
import java.util.List;

/** The patterns of three candles that turn a trend across a star, a gap or a body inside another. */
final class ThreeCandles {
    private static final int BARS = 13;
    private static final double PART = 0.3;

    static final List<Definition> ALL = List.of(
            new Definition(
                    "morning-star",
                    "Morning star",
                    BARS,
                    PART,
                    "a long black body, a short one a gap below it, a white one that closes well within the first",
                    (c, p) -> isMorning(c, p) && c.body(1) <= c.averageBody(1) ? 100 : 0),
            new Definition(
                    "morning-doji-star",
                    "Morning doji star",
                    BARS,
                    PART,
                    "a long black body, a doji a gap below it, a white one that closes well within the first",
                    (c, p) -> isMorning(c, p) && c.isDoji(1) ? 100 : 0),
            new Definition(
                    "evening-star",
                    "Evening star",
                    BARS,
                    PART,
                    "a long white body, a short one a gap above it, a black one that closes well within the first",
                    (c, p) -> isEvening(c, p) && c.body(1) <= c.averageBody(1) ? -100 : 0),
            new Definition(
                    "evening-doji-star",
                    "Evening doji star",
                    BARS,
                    PART,
                    "a long white body, a doji a gap above it, a black one that closes well within the first",
                    (c, p) -> isEvening(c, p) && c.isDoji(1) ? -100 : 0),
            new Definition(
                    "abandoned-baby",
                    "Abandoned baby",
                    BARS,
                    PART,
                    "a long body, a doji across a gap on both sides, a body of the other color that closes well within"
                            + " the first, of its color",
                    (c, p) -> isAbandonedBaby(c, p) ? 100 * c.color(0) : 0),
            new Definition("tristar", "Tristar", BARS, "three doji, the middle one across a gap", (c, p) -> tristar(c)),
            new Definition(
                    "three-inside",
                    "Three inside up and down",
                    BARS,
                    "a harami, and a close beyond the open of its first, of the other color than that",
                    (c, p) -> isThreeInside(c) ? -100 * c.color(2) : 0),
            new Definition(
                    "three-outside",
                    "Three outside up and down",
                    4,
                    "an engulfing body, and a close further on, of its color",
                    (c, p) -> TwoCandles.engulfs(c, 1) && c.color(1) * (c.close(0) - c.close(1)) > 0
                            ? 100 * c.color(1)
                            : 0),
            new Definition(
                    "two-crows",
                    "Two crows",
                    BARS,
                    "a long white body, a black one a gap above it, a black one that opens in that and closes in the first",
                    (c, p) -> isTwoCrows(c) ? -100 : 0),
            new Definition(
                    "upside-gap-two-crows",
                    "Upside gap two crows",
                    BARS,
                    "a long white body, a short black one a gap above it, a black one around that above the first",
                    (c, p) -> isUpsideGapTwoCrows(c) ? -100 : 0),
            new Definition(
                    "unique-three-river",
                    "Unique three river",
                    BARS,
                    "a long black body, a black one inside it with a lower low, a short white one above that low",
                    (c, p) -> isUniqueThreeRiver(c) ? 100 : 0),
            new Definition(
                    "stick-sandwich",
                    "Stick sandwich",
                    8,
                    "a white candle above the close of a black one, and a black one that closes like the first",
                    (c, p) -> c.black(2)
                                    && c.white(1)
                                    && c.black(0)
                                    && c.low(1) > c.close(2)
                                    && c.isEqual(c.close(0), c.close(2), 2)
                            ? 100
                            : 0),
            new Definition(
                    "gap-side-side-white",
                    "Side-by-side white lines",
                    8,
                    "two white bodies of like size and open across a gap, of the gap's direction",
                    (c, p) -> sideBySide(c)),
            new Definition(
                    "tasuki-gap",
                    "Tasuki gap",
                    8,
                    "a body across a gap, and one of like size and the other color that closes inside the gap, of the"
                            + " first one's color",
                    (c, p) -> isTasukiGap(c) ? 100 * c.color(1) : 0),
            new Definition(
                    "gap-three-methods",
                    "Upside and downside gap three methods",
                    3,
                    "two bodies of a color with a gap, and one of the other color from the second into the first, of"
                            + " their color",
                    (c, p) -> isGapThreeMethods(c) ? 100 * c.color(2) : 0));

    private ThreeCandles() {}

    private static boolean isMorning(Candles c, double penetration) {
        return c.black(2)
                && c.white(0)
                && c.bodyGapDown(1, 2)
                && c.close(0) > c.close(2) + c.body(2) * penetration
                && c.isLong(2)
                && c.isLong(0);
    }

    private static boolean isEvening(Candles c, double penetration) {
        return c.white(2)
                && c.black(0)
                && c.bodyGapUp(1, 2)
                && c.close(0) < c.close(2) - c.body(2) * penetration
                && c.isLong(2)
                && c.isLong(0);
    }

    private static boolean isAbandonedBaby(Candles c, double penetration) {
        boolean turned = c.white(2)
                ? c.black(0) && c.close(0) < c.close(2) - c.body(2) * penetration && c.gapUp(1, 2) && c.gapDown(0, 1)
                : c.white(0) && c.close(0) > c.close(2) + c.body(2) * penetration && c.gapDown(1, 2) && c.gapUp(0, 1);
        return turned && c.isLong(2) && c.isDoji(1) && c.isLong(0);
    }

    private static int tristar(Candles c) {
        double doji = c.tenthOfRange(2);
        if (c.body(2) > doji || c.body(1) > doji || c.body(0) > doji) {
            return 0;
        }
        if (c.bodyGapUp(1, 2) && c.top(0) < c.top(1)) {
            return -100;
        }
        return c.bodyGapDown(1, 2) && c.bottom(0) > c.bottom(1) ? 100 : 0;
    }

    private static boolean isThreeInside(Candles c) {
        return c.bodyInside(1, 2)
                && c.color(0) == -c.color(2)
                && (c.white(2) ? c.close(0) < c.open(2) : c.close(0) > c.open(2))
                && c.isLong(2)
                && c.body(1) <= c.averageBody(1);
    }

    private static boolean isTwoCrows(Candles c) {
        return c.white(2)
                && c.black(1)
                && c.black(0)
                && c.bodyGapUp(1, 2)
                && c.open(0) < c.open(1)
                && c.open(0) > c.close(1)
                && c.close(0) > c.open(2)
                && c.close(0) < c.close(2)
                && c.isLong(2);
    }

    private static boolean isUpsideGapTwoCrows(Candles c) {
        return c.white(2)
                && c.black(1)
                && c.black(0)
                && c.bodyGapUp(1, 2)
                && c.open(0) > c.open(1)
                && c.close(0) < c.close(1)
                && c.close(0) > c.close(2)
                && c.isLong(2)
                && c.body(1) <= c.averageBody(1);
    }

    private static boolean isUniqueThreeRiver(Candles c) {
        return c.black(2)
                && c.black(1)
                && c.white(0)
                && c.close(1) > c.close(2)
                && c.open(1) <= c.open(2)
                && c.low(1) < c.low(2)
                && c.open(0) > c.low(1)
                && c.isLong(2)
                && c.isShort(0);
    }

    private static int sideBySide(Candles c) {
        boolean up = c.bodyGapUp(1, 2) && c.bodyGapUp(0, 2);
        boolean down = c.bodyGapDown(1, 2) && c.bodyGapDown(0, 2);
        boolean alike = (up || down)
                && c.white(1)
                && c.white(0)
                && c.body(0) >= c.body(1) - c.near(1)
                && c.body(0) <= c.body(1) + c.near(1)
                && c.isEqual(c.open(0), c.open(1), 1);
        if (!alike) {
            return 0;
        }
        return up ? 100 : -100;
    }

    private static boolean isTasukiGap(Candles c) {
        boolean inGap = c.white(1)
                ? c.bodyGapUp(1, 2) && c.close(0) < c.open(1) && c.close(0) > c.top(2)
                : c.bodyGapDown(1, 2) && c.close(0) > c.open(1) && c.close(0) < c.bottom(2);
        return inGap
                && c.color(0) == -c.color(1)
                && c.open(0) < c.top(1)
                && c.open(0) > c.bottom(1)
                && Math.abs(c.body(1) - c.body(0)) < c.near(1);
    }

    private static boolean isGapThreeMethods(Candles c) {
        return c.color(2) == c.color(1)
                && c.color(1) == -c.color(0)
                && c.open(0) < c.top(1)
                && c.open(0) > c.bottom(1)
                && c.close(0) < c.top(2)
                && c.close(0) > c.bottom(2)
                && (c.white(2) ? c.bodyGapUp(1, 2) : c.bodyGapDown(1, 2));
    }
}
