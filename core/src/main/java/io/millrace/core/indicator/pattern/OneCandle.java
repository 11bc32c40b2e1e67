package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.pattern.CandlePattern.Definition;
import java.util.List;

/** The patterns of one candle, compared with the ten before it at most. */
final class OneCandle {
    private static final int BARS = 11;

    static final List<Definition> ALL = List.of(
            new Definition(
                    "doji", "Doji", BARS, "a body of at most 0.1 of the mean range", (c, p) -> c.isDoji(0) ? 100 : 0),
            new Definition(
                    "dragonfly-doji",
                    "Dragonfly doji",
                    BARS,
                    "a doji with a lower shadow and no upper one",
                    (c, p) -> c.isDoji(0) && c.hasNoUpperShadow(0) && c.hasLowerShadow(0) ? 100 : 0),
            new Definition(
                    "gravestone-doji",
                    "Gravestone doji",
                    BARS,
                    "a doji with an upper shadow and no lower one",
                    (c, p) -> c.isDoji(0) && c.hasNoLowerShadow(0) && c.hasUpperShadow(0) ? 100 : 0),
            new Definition(
                    "long-legged-doji",
                    "Long-legged doji",
                    BARS,
                    "a doji with a shadow longer than its body",
                    (c, p) -> c.isDoji(0) && (c.lowerShadow(0) > c.body(0) || c.upperShadow(0) > c.body(0)) ? 100 : 0),
            new Definition(
                    "rickshaw-man",
                    "Rickshaw man",
                    BARS,
                    "a doji with both shadows longer than its body and the body near the middle",
                    (c, p) -> isRickshawMan(c) ? 100 : 0),
            new Definition(
                    "takuri",
                    "Takuri",
                    BARS,
                    "a doji with no upper shadow and a lower one longer than two bodies",
                    (c, p) -> c.isDoji(0) && c.hasNoUpperShadow(0) && c.lowerShadow(0) > 2 * c.body(0) ? 100 : 0),
            new Definition(
                    "marubozu",
                    "Marubozu",
                    BARS,
                    "a long body without shadows, of its color",
                    (c, p) -> c.isLong(0) && c.hasNoShadows(0) ? 100 * c.color(0) : 0),
            new Definition(
                    "closing-marubozu",
                    "Closing marubozu",
                    BARS,
                    "a long body without a shadow where it closes, of its color",
                    (c, p) -> c.isLong(0) && (c.white(0) ? c.hasNoUpperShadow(0) : c.hasNoLowerShadow(0))
                            ? 100 * c.color(0)
                            : 0),
            new Definition(
                    "belt-hold",
                    "Belt-hold",
                    BARS,
                    "a long body without a shadow where it opens, of its color",
                    (c, p) -> c.isLong(0) && (c.white(0) ? c.hasNoLowerShadow(0) : c.hasNoUpperShadow(0))
                            ? 100 * c.color(0)
                            : 0),
            new Definition(
                    "long-line",
                    "Long line",
                    BARS,
                    "a long body with short shadows, of its color",
                    (c, p) -> c.isLong(0) && hasShortShadows(c) ? 100 * c.color(0) : 0),
            new Definition(
                    "short-line",
                    "Short line",
                    BARS,
                    "a short body with short shadows, of its color",
                    (c, p) -> c.isShort(0) && hasShortShadows(c) ? 100 * c.color(0) : 0),
            new Definition(
                    "spinning-top",
                    "Spinning top",
                    BARS,
                    "a short body and both shadows longer than it, of its color",
                    (c, p) -> c.isShort(0) && c.upperShadow(0) > c.body(0) && c.lowerShadow(0) > c.body(0)
                            ? 100 * c.color(0)
                            : 0),
            new Definition(
                    "high-wave",
                    "High wave",
                    BARS,
                    "a short body and both shadows longer than two bodies, of its color",
                    (c, p) -> c.isShort(0) && c.upperShadow(0) > 2 * c.body(0) && c.lowerShadow(0) > 2 * c.body(0)
                            ? 100 * c.color(0)
                            : 0));

    private OneCandle() {}

    private static boolean isRickshawMan(Candles c) {
        double middle = c.low(0) + c.range(0) / 2;
        return c.isDoji(0)
                && c.lowerShadow(0) > c.body(0)
                && c.upperShadow(0) > c.body(0)
                && c.bottom(0) <= middle + c.near(0)
                && c.top(0) >= middle - c.near(0);
    }

    private static boolean hasShortShadows(Candles c) {
        double shadow = c.averageShadow(0);
        return c.upperShadow(0) < shadow && c.lowerShadow(0) < shadow;
    }
}
