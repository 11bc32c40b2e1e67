package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.pattern.CandlePattern.Definition;
import java.util.List;

/** The patterns of two candles: of a candle and of the one before it. */
final class TwoCandles {
    private static final int BARS = 12;
    private static final double HALF = 0.5;

    static final List<Definition> ALL = List.of(
            new Definition(
                    "hammer",
                    "Hammer",
                    BARS,
                    "a short body without an upper shadow, a longer lower one, near or below the low before",
                    (c, p) -> isHammer(c) && c.bottom(0) <= c.low(1) + c.near(1) ? 100 : 0),
            new Definition(
                    "hanging-man",
                    "Hanging man",
                    BARS,
                    "a short body without an upper shadow, a longer lower one, near or above the high before",
                    (c, p) -> isHammer(c) && c.bottom(0) >= c.high(1) - c.near(1) ? -100 : 0),
            new Definition(
                    "inverted-hammer",
                    "Inverted hammer",
                    BARS,
                    "a short body without a lower shadow, a longer upper one, a gap below the body before",
                    (c, p) -> isTurnedHammer(c) && c.bodyGapDown(0, 1) ? 100 : 0),
            new Definition(
                    "shooting-star",
                    "Shooting star",
                    BARS,
                    "a short body without a lower shadow, a longer upper one, a gap above the body before",
                    (c, p) -> isTurnedHammer(c) && c.bodyGapUp(0, 1) ? -100 : 0),
            new Definition(
                    "engulfing",
                    "Engulfing",
                    3,
                    "a body around the whole body of the other color before it, of its color",
                    (c, p) -> isEngulfing(c) ? 100 * c.color(0) : 0),
            new Definition(
                    "harami",
                    "Harami",
                    BARS,
                    "a short body inside the long one before, against its color",
                    (c, p) ->
                            c.bodyInside(0, 1) && c.isLong(1) && c.body(0) <= c.averageBody(0) ? -100 * c.color(1) : 0),
            new Definition(
                    "harami-cross",
                    "Harami cross",
                    BARS,
                    "a doji inside the long body before, against its color",
                    (c, p) -> c.bodyInside(0, 1) && c.isLong(1) && c.isDoji(0) ? -100 * c.color(1) : 0),
            new Definition(
                    "homing-pigeon",
                    "Homing pigeon",
                    BARS,
                    "a short black body inside the long black one before",
                    (c, p) -> c.black(1)
                                    && c.black(0)
                                    && c.bodyInside(0, 1)
                                    && c.isLong(1)
                                    && c.body(0) <= c.averageBody(0)
                            ? 100
                            : 0),
            new Definition(
                    "doji-star",
                    "Doji star",
                    BARS,
                    "a doji across a gap from the long body before, against its color",
                    (c, p) -> (c.white(1) ? c.bodyGapUp(0, 1) : c.bodyGapDown(0, 1)) && c.isLong(1) && c.isDoji(0)
                            ? -100 * c.color(1)
                            : 0),
            new Definition(
                    "piercing",
                    "Piercing line",
                    BARS,
                    "a long white body that opens below the low of a long black one and closes above its middle",
                    (c, p) -> isPiercing(c) ? 100 : 0),
            new Definition(
                    "dark-cloud-cover",
                    "Dark cloud cover",
                    BARS,
                    HALF,
                    "a black body that opens above the high of a long white one and closes deep in it",
                    (c, p) -> isDarkCloud(c, p) ? -100 : 0),
            new Definition(
                    "in-neck",
                    "In-neck",
                    BARS,
                    "a white body that opens below the low of a long black one and closes at its close or barely in it",
                    (c, p) -> risesFromBelow(c) && c.close(0) <= c.close(1) + c.equal(1) && c.close(0) >= c.close(1)
                            ? -100
                            : 0),
            new Definition(
                    "on-neck",
                    "On-neck",
                    BARS,
                    "a white body that opens below the low of a long black one and closes at that low",
                    (c, p) -> risesFromBelow(c) && c.isEqual(c.close(0), c.low(1), 1) ? -100 : 0),
            new Definition(
                    "thrusting",
                    "Thrusting",
                    BARS,
                    "a white body that opens below the low of a long black one and closes in it, up to its middle",
                    (c, p) -> risesFromBelow(c)
                                    && c.close(0) <= c.close(1) + c.body(1) * HALF
                                    && c.close(0) > c.close(1) + c.equal(1)
                            ? -100
                            : 0),
            new Definition(
                    "counterattack",
                    "Counterattack",
                    BARS,
                    "two long bodies of opposite color that close alike, of the last one's color",
                    (c, p) -> c.color(1) == -c.color(0)
                                    && c.isEqual(c.close(0), c.close(1), 1)
                                    && c.isLong(1)
                                    && c.isLong(0)
                            ? 100 * c.color(0)
                            : 0),
            new Definition(
                    "separating-lines",
                    "Separating lines",
                    BARS,
                    "a long body that opens alike without a shadow there, against the color before, of its color",
                    (c, p) -> isSeparating(c) ? 100 * c.color(0) : 0),
            new Definition(
                    "matching-low",
                    "Matching low",
                    7,
                    "two black bodies that close alike",
                    (c, p) -> c.black(1) && c.black(0) && c.isEqual(c.close(0), c.close(1), 1) ? 100 : 0),
            new Definition(
                    "kicking",
                    "Kicking",
                    BARS,
                    "two marubozu of opposite color with a gap between them, of the last one's color",
                    (c, p) -> isKicking(c) ? 100 * c.color(0) : 0),
            new Definition(
                    "kicking-by-length",
                    "Kicking, by length",
                    BARS,
                    "two marubozu of opposite color with a gap between them, of the longer one's color",
                    (c, p) -> isKicking(c) ? 100 * c.color(c.body(0) > c.body(1) ? 0 : 1) : 0));

    private TwoCandles() {}

    private static boolean isHammer(Candles c) {
        return c.lowerShadow(0) > c.body(0) && c.hasNoUpperShadow(0) && c.isShort(0);
    }

    private static boolean isTurnedHammer(Candles c) {
        return c.upperShadow(0) > c.body(0) && c.hasNoLowerShadow(0) && c.isShort(0);
    }

    static boolean isEngulfing(Candles c) {
        return engulfs(c, 0);
    }

    /** Whether a body is around that of the other color before it. */
    static boolean engulfs(Candles c, int ago) {
        return c.color(ago) == -c.color(ago + 1) && c.top(ago) > c.top(ago + 1) && c.bottom(ago) < c.bottom(ago + 1);
    }

    private static boolean isPiercing(Candles c) {
        return c.black(1)
                && c.white(0)
                && c.open(0) < c.low(1)
                && c.close(0) < c.open(1)
                && c.close(0) > c.close(1) + c.body(1) * HALF
                && c.isLong(1)
                && c.isLong(0);
    }

    private static boolean isDarkCloud(Candles c, double penetration) {
        return c.white(1)
                && c.black(0)
                && c.open(0) > c.high(1)
                && c.close(0) > c.open(1)
                && c.close(0) < c.close(1) - c.body(1) * penetration
                && c.isLong(1);
    }

    private static boolean risesFromBelow(Candles c) {
        return c.black(1) && c.white(0) && c.open(0) < c.low(1) && c.isLong(1);
    }

    private static boolean isSeparating(Candles c) {
        return c.color(1) == -c.color(0)
                && c.isEqual(c.open(0), c.open(1), 1)
                && c.isLong(0)
                && (c.white(0) ? c.hasNoLowerShadow(0) : c.hasNoUpperShadow(0));
    }

    private static boolean isKicking(Candles c) {
        return c.color(1) == -c.color(0)
                && (c.black(1) ? c.gapUp(0, 1) : c.gapDown(0, 1))
                && c.isLong(1)
                && c.hasNoShadows(1)
                && c.isLong(0)
                && c.hasNoShadows(0);
    }
}
