package io.millrace.core.indicator;

import static io.millrace.core.indicator.TaLibParity.CORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.millrace.core.indicator.catalogue.IndicatorKinds;
import io.millrace.core.indicator.catalogue.Indicators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every candle pattern is TA-Lib's on every bar, exactly.
 *
 * <p>TA-Lib adds up prices as doubles and decides ties between a candle and the mean before it by their rounding. Shown
 * the same prices as whole multiples of 1e-8, which doubles add up exactly, it has no rounding, and there ours must be
 * its own without an exception. Shown the prices themselves it may differ only where its two answers differ, so where it
 * decides a tie by rounding; how rarely is bounded too.
 */
class TaLibPatternTest {
    private static final double UNITS = 1e8;

    /** The part of answers that TA-Lib's rounding decides, at most. */
    private static final double ROUNDED_PART = 3e-4;

    /** What hardly comes about by chance: open, high, low and close in ticks from the close before. */
    private static final int[][][] RARE = {
        {{0, 30, 0, 30}, {36, 36, 33, 33}, {38, 38, 31, 31}},
        {{0, 0, -45, -20}, {-15, -14, -40, -27}, {-28, -28, -30, -30}},
        {{0, 40, 0, 40}, {46, 47, 43, 44}, {42, 43, 37, 38}, {39, 40, 35, 36}, {37, 60, 37, 60}},
    };

    private static final int RARE_EVERY = 500;

    @FunctionalInterface
    private interface Call {
        RetCode into(
                int last,
                double[] open,
                double[] high,
                double[] low,
                double[] close,
                MInteger begin,
                MInteger count,
                int[] out);
    }

    private static final Map<String, Call> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("doji", (n, o, h, l, c, b, k, out) -> CORE.cdlDoji(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "dragonfly-doji", (n, o, h, l, c, b, k, out) -> CORE.cdlDragonflyDoji(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "gravestone-doji", (n, o, h, l, c, b, k, out) -> CORE.cdlGravestoneDoji(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "long-legged-doji", (n, o, h, l, c, b, k, out) -> CORE.cdlLongLeggedDoji(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("rickshaw-man", (n, o, h, l, c, b, k, out) -> CORE.cdlRickshawMan(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("takuri", (n, o, h, l, c, b, k, out) -> CORE.cdlTakuri(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("marubozu", (n, o, h, l, c, b, k, out) -> CORE.cdlMarubozu(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "closing-marubozu", (n, o, h, l, c, b, k, out) -> CORE.cdlClosingMarubozu(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("belt-hold", (n, o, h, l, c, b, k, out) -> CORE.cdlBeltHold(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("long-line", (n, o, h, l, c, b, k, out) -> CORE.cdlLongLine(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("short-line", (n, o, h, l, c, b, k, out) -> CORE.cdlShortLine(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("spinning-top", (n, o, h, l, c, b, k, out) -> CORE.cdlSpinningTop(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("high-wave", (n, o, h, l, c, b, k, out) -> CORE.cdlHignWave(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("hammer", (n, o, h, l, c, b, k, out) -> CORE.cdlHammer(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("hanging-man", (n, o, h, l, c, b, k, out) -> CORE.cdlHangingMan(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "inverted-hammer", (n, o, h, l, c, b, k, out) -> CORE.cdlInvertedHammer(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("shooting-star", (n, o, h, l, c, b, k, out) -> CORE.cdlShootingStar(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("engulfing", (n, o, h, l, c, b, k, out) -> CORE.cdlEngulfing(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("harami", (n, o, h, l, c, b, k, out) -> CORE.cdlHarami(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("harami-cross", (n, o, h, l, c, b, k, out) -> CORE.cdlHaramiCross(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("homing-pigeon", (n, o, h, l, c, b, k, out) -> CORE.cdlHomingPigeon(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("doji-star", (n, o, h, l, c, b, k, out) -> CORE.cdlDojiStar(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("piercing", (n, o, h, l, c, b, k, out) -> CORE.cdlPiercing(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "dark-cloud-cover",
                (n, o, h, l, c, b, k, out) -> CORE.cdlDarkCloudCover(0, n, o, h, l, c, 0.5, b, k, out));
        PATTERNS.put("in-neck", (n, o, h, l, c, b, k, out) -> CORE.cdlInNeck(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("on-neck", (n, o, h, l, c, b, k, out) -> CORE.cdlOnNeck(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("thrusting", (n, o, h, l, c, b, k, out) -> CORE.cdlThrusting(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("counterattack", (n, o, h, l, c, b, k, out) -> CORE.cdlCounterAttack(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "separating-lines", (n, o, h, l, c, b, k, out) -> CORE.cdlSeperatingLines(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("matching-low", (n, o, h, l, c, b, k, out) -> CORE.cdlMatchingLow(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("kicking", (n, o, h, l, c, b, k, out) -> CORE.cdlKicking(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "kicking-by-length",
                (n, o, h, l, c, b, k, out) -> CORE.cdlKickingByLength(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "morning-star", (n, o, h, l, c, b, k, out) -> CORE.cdlMorningStar(0, n, o, h, l, c, 0.3, b, k, out));
        PATTERNS.put(
                "morning-doji-star",
                (n, o, h, l, c, b, k, out) -> CORE.cdlMorningDojiStar(0, n, o, h, l, c, 0.3, b, k, out));
        PATTERNS.put(
                "evening-star", (n, o, h, l, c, b, k, out) -> CORE.cdlEveningStar(0, n, o, h, l, c, 0.3, b, k, out));
        PATTERNS.put(
                "evening-doji-star",
                (n, o, h, l, c, b, k, out) -> CORE.cdlEveningDojiStar(0, n, o, h, l, c, 0.3, b, k, out));
        PATTERNS.put(
                "abandoned-baby",
                (n, o, h, l, c, b, k, out) -> CORE.cdlAbandonedBaby(0, n, o, h, l, c, 0.3, b, k, out));
        PATTERNS.put("tristar", (n, o, h, l, c, b, k, out) -> CORE.cdlTristar(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("three-inside", (n, o, h, l, c, b, k, out) -> CORE.cdl3Inside(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("three-outside", (n, o, h, l, c, b, k, out) -> CORE.cdl3Outside(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("two-crows", (n, o, h, l, c, b, k, out) -> CORE.cdl2Crows(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "upside-gap-two-crows",
                (n, o, h, l, c, b, k, out) -> CORE.cdlUpsideGap2Crows(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "unique-three-river", (n, o, h, l, c, b, k, out) -> CORE.cdlUnique3River(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "stick-sandwich", (n, o, h, l, c, b, k, out) -> CORE.cdlStickSandwhich(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "gap-side-side-white",
                (n, o, h, l, c, b, k, out) -> CORE.cdlGapSideSideWhite(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("tasuki-gap", (n, o, h, l, c, b, k, out) -> CORE.cdlTasukiGap(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "gap-three-methods",
                (n, o, h, l, c, b, k, out) -> CORE.cdlXSideGap3Methods(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "three-white-soldiers",
                (n, o, h, l, c, b, k, out) -> CORE.cdl3WhiteSoldiers(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("advance-block", (n, o, h, l, c, b, k, out) -> CORE.cdlAdvanceBlock(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "stalled-pattern", (n, o, h, l, c, b, k, out) -> CORE.cdlStalledPattern(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "three-black-crows", (n, o, h, l, c, b, k, out) -> CORE.cdl3BlackCrows(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "identical-three-crows",
                (n, o, h, l, c, b, k, out) -> CORE.cdlIdentical3Crows(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "three-stars-in-the-south",
                (n, o, h, l, c, b, k, out) -> CORE.cdl3StarsInSouth(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "three-line-strike", (n, o, h, l, c, b, k, out) -> CORE.cdl3LineStrike(0, n, o, h, l, c, b, k, out));
        PATTERNS.put(
                "concealing-baby-swallow",
                (n, o, h, l, c, b, k, out) -> CORE.cdlConcealBabysWall(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("breakaway", (n, o, h, l, c, b, k, out) -> CORE.cdlBreakaway(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("ladder-bottom", (n, o, h, l, c, b, k, out) -> CORE.cdlLadderBottom(0, n, o, h, l, c, b, k, out));
        PATTERNS.put("mat-hold", (n, o, h, l, c, b, k, out) -> CORE.cdlMatHold(0, n, o, h, l, c, 0.5, b, k, out));
        PATTERNS.put(
                "rise-fall-three-methods",
                (n, o, h, l, c, b, k, out) -> CORE.cdlRiseFall3Methods(0, n, o, h, l, c, b, k, out));
    }

    private final Map<String, Long> found = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long rounded;
    private long compared;

    @Test
    void everyPatternIsCompared() {
        assertThat(PATTERNS.keySet())
                .containsExactlyInAnyOrderElementsOf(IndicatorKinds.all().stream()
                        .map(IndicatorKind::word)
                        .filter(word -> word.startsWith("cdl-"))
                        .map(word -> word.substring(4))
                        .toList());
    }

    @Test
    void isTaLibsOnGeneratedSeries() {
        for (double price : new double[] {0.01, 1, 1_000, 50_000}) {
            for (int run = 0; run < 4; run++) {
                long seed = found.size() + compared;
                compare("price " + price + " seed " + seed, candles(seed, price, 20_000));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(found).as("every pattern occurs").containsOnlyKeys(PATTERNS.keySet());
    }

    @Test
    void isTaLibsOnRealBars() {
        TaLibParity.onRealBars(this::compare);
        assertThat(wrong).isEmpty();
        assertThat(rounded).isLessThan((long) (ROUNDED_PART * compared * PATTERNS.size()));
    }

    private void compare(String series, List<BarValues> bars) {
        double[] open = TaLibParity.opens(bars);
        double[] high = TaLibParity.highs(bars);
        double[] low = TaLibParity.lows(bars);
        double[] close = TaLibParity.closes(bars);
        compared += bars.size();
        PATTERNS.forEach((word, call) -> {
            int[] exact = answers(call, units(open), units(high), units(low), units(close));
            int[] raw = answers(call, open, high, low, close);
            var pattern = Indicators.parse("cdl-" + word);
            for (int i = 0; i < exact.length; i++) {
                pattern.update(bars.get(i));
                int ours = pattern.isReady() ? (int) pattern.value(0) : Integer.MIN_VALUE;
                if (ours != exact[i] && wrong.size() < 100) {
                    wrong.add(word + " of " + series + " at " + i + " is " + ours + ", TA-Lib has " + exact[i]);
                }
                if (raw[i] != exact[i]) {
                    rounded++;
                }
                if (pattern.isReady() && ours != 0) {
                    found.merge(word, 1L, Long::sum);
                }
            }
        });
    }

    private static int[] answers(Call call, double[] open, double[] high, double[] low, double[] close) {
        var begin = new MInteger();
        var count = new MInteger();
        var out = new int[open.length];
        assertThat(call.into(open.length - 1, open, high, low, close, begin, count, out))
                .isEqualTo(RetCode.Success);
        var aligned = new int[open.length];
        Arrays.fill(aligned, Integer.MIN_VALUE);
        System.arraycopy(out, 0, aligned, begin.value, count.value);
        return aligned;
    }

    private static double[] units(double[] prices) {
        return Arrays.stream(prices).map(price -> Math.rint(price * UNITS)).toArray();
    }

    /** Candles of every shape and color, on a coarse grid so that there are ties, with and without gaps. */
    private static List<BarValues> candles(long seed, double price, int length) {
        var random = new Random(seed);
        var bars = new ArrayList<BarValues>(length);
        double tick = price / 1_000;
        long close = 1_000;
        for (int i = 0; i < length; i++) {
            if (i % RARE_EVERY == RARE_EVERY - 1) {
                int[][] rare = RARE[i / RARE_EVERY % RARE.length];
                for (int[] c : rare) {
                    bars.add(candle(close + c[0], close + c[1], close + c[2], close + c[3], tick));
                }
                close += rare[rare.length - 1][3];
            }
            int size = random.nextInt(4) == 0 ? 12 : 3;
            long open = close + (random.nextInt(3) == 0 ? random.nextInt(9) - 4 : random.nextInt(3) - 1);
            close = open + random.nextInt(2 * size + 1) - size + (close > 1_300 ? -1 : close < 700 ? 1 : 0);
            long high = Math.max(open, close) + (random.nextBoolean() ? 0 : random.nextInt(size));
            long low = Math.min(open, close) - (random.nextBoolean() ? 0 : random.nextInt(size));
            bars.add(candle(open, high, low, close, tick));
        }
        return bars;
    }

    private static BarValues candle(long open, long high, long low, long close, double tick) {
        return new BarValues(grid(open, tick), grid(high, tick), grid(low, tick), grid(close, tick), 1, 0, 1, 0, 1);
    }

    private static double grid(long ticks, double tick) {
        return Math.rint(ticks * tick * UNITS) / UNITS;
    }
}
