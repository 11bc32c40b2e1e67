package io.millrace.core.strategy;

import static io.millrace.core.strategy.Bars.bar;
import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import io.millrace.core.market.Bar;
import io.millrace.core.order.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four rules against their definitions, computed over whole arrays. */
class RulesTest {
    private static final Core TA = new Core();
    private static final int LENGTH = 1_500;

    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rsiReversalTurnsWhereTheRsiComesBackFromAnExtreme(long seed) {
        var bars = Bars.random(seed, LENGTH);
        double[] close = closes(bars);
        double[] rsi = new double[LENGTH];
        TA.rsi(0, LENGTH - 1, close, 14, begin, count, rsi);
        double[] aligned = aligned(rsi);

        assertTurns(
                "rsi-reversal",
                bars,
                i -> aligned[i - 1] <= 30 && aligned[i] > 30,
                i -> aligned[i - 1] >= 70 && aligned[i] < 70);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void macdCrossTurnsWhereTheLineCrossesItsSignal(long seed) {
        var bars = Bars.random(seed, LENGTH);
        double[] histogram = new double[LENGTH];
        TA.macd(
                0,
                LENGTH - 1,
                closes(bars),
                12,
                26,
                9,
                begin,
                count,
                new double[LENGTH],
                new double[LENGTH],
                histogram);
        double[] aligned = aligned(histogram);

        assertTurns(
                "macd-cross",
                bars,
                i -> aligned[i - 1] <= 0 && aligned[i] > 0,
                i -> aligned[i - 1] >= 0 && aligned[i] < 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bollingerReversionBuysBelowTheBandAndSellsAtTheMean(long seed) {
        var bars = Bars.random(seed, LENGTH);
        double[] close = closes(bars);
        double[] middle = new double[LENGTH];
        double[] lower = new double[LENGTH];
        TA.bbands(0, LENGTH - 1, close, 20, 2, 2, MAType.Sma, begin, count, new double[LENGTH], middle, lower);
        double[] alignedMiddle = aligned(middle);
        double[] alignedLower = aligned(lower);

        assertTurns("bollinger-reversion", bars, i -> close[i] < alignedLower[i], i -> close[i] >= alignedMiddle[i]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void volumeBreakoutBuysNewHighsOnVolumeAndSellsNewLows(long seed) {
        var bars = Bars.random(seed, LENGTH);
        double[] close = closes(bars);
        double[] high = bars.stream().mapToDouble(bar -> bar.high().toDouble()).toArray();
        double[] low = bars.stream().mapToDouble(bar -> bar.low().toDouble()).toArray();
        double[] volume =
                bars.stream().mapToDouble(bar -> bar.volume().toDouble()).toArray();
        assertTurns(
                "volume-breakout",
                bars,
                i -> i >= 20
                        && close[i] > Arrays.stream(high, i - 20, i).max().orElseThrow()
                        && volume[i]
                                >= 2
                                        * Arrays.stream(volume, i - 20, i)
                                                .average()
                                                .orElseThrow(),
                i -> i >= 10 && close[i] < Arrays.stream(low, i - 10, i).min().orElseThrow());
    }

    @Test
    void rsiReversalSaysWhatItSaw() {
        var strategy = Strategy.of(Bars.spec("rsi-reversal", Map.of("period", 2.0)));
        var signals = new ArrayList<Signal>();
        double[] closes = {100, 90, 80, 95};
        for (int minute = 0; minute < closes.length; minute++) {
            strategy.onBar(bar(minute, closes[minute]), signals::add);
        }
        assertThat(signals).containsExactly(new Signal(Side.BUY, false, "RSI 60.0, 0.0 before, crossed above 30.0"));
    }

    @Test
    void aMarketThatHasNotMovedYetGivesNoReversal() {
        var strategy = Strategy.of(Bars.spec("rsi-reversal", Map.of()));
        var signals = new ArrayList<Signal>();
        for (int minute = 0; minute < 30; minute++) {
            strategy.onBar(bar(minute, 100), signals::add);
        }
        strategy.onBar(bar(30, 101), signals::add);
        assertThat(signals).isEmpty();
    }

    @Test
    void nothingIsWantedBeforeTheWarmUpIsOver() {
        for (StrategyKind kind : StrategyKind.values()) {
            for (long seed = 0; seed < 20; seed++) {
                var strategy = Strategy.of(Bars.spec(kind.word(), Map.of()));
                var signals = new ArrayList<Signal>();
                Bars.random(seed, strategy.warmUp() - 1).forEach(bar -> strategy.onBar(bar, signals::add));
                assertThat(signals).as(kind.word()).isEmpty();
            }
        }
    }

    /** The strategy turns exactly where the definitions, taken in turn, say so. */
    private static void assertTurns(String kind, List<Bar> bars, IntPredicate enters, IntPredicate exits) {
        var expected = new ArrayList<String>();
        var actual = new ArrayList<String>();
        var strategy = Strategy.of(Bars.spec(kind, Map.of()));
        boolean in = false;
        for (int i = 0; i < bars.size(); i++) {
            int at = i;
            if (i > 0 && (in ? exits : enters).test(i)) {
                expected.add(i + (in ? " SELL true" : " BUY false"));
                in = !in;
            }
            strategy.onBar(bars.get(i), signal -> actual.add(at + " " + signal.side() + " " + signal.reduceOnly()));
            assertThat(strategy.isEntered()).isEqualTo(in);
        }
        assertThat(actual).hasSizeGreaterThan(3).isEqualTo(expected);
    }

    private static double[] closes(List<Bar> bars) {
        return bars.stream().mapToDouble(bar -> bar.close().toDouble()).toArray();
    }

    private double[] aligned(double[] out) {
        var aligned = new double[out.length];
        Arrays.fill(aligned, Double.NaN);
        System.arraycopy(out, 0, aligned, begin.value, count.value);
        return aligned;
    }
}
