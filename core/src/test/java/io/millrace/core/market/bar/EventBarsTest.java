package io.millrace.core.market.bar;

import static io.millrace.core.market.bar.SettledDays.SPY;
import static io.millrace.core.market.bar.SettledDays.bars;
import static io.millrace.core.market.bar.SettledDays.prices;
import static io.millrace.core.market.bar.SettledDays.sides;
import static io.millrace.core.market.bar.SettledDays.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.Bar;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventBarsTest {
    /** Open, high, low, close. */
    private static List<String> shapes(List<Bar> bars) {
        return bars.stream()
                .map(bar -> bar.open() + " " + bar.high() + " " + bar.low() + " " + bar.close())
                .toList();
    }

    private static List<Long> lengths(List<Bar> bars) {
        return bars.stream().map(Bar::tradeCount).toList();
    }

    @Test
    void aTickBarSumsItsTrades() {
        var bars = bars(
                "tick(3)",
                List.of(
                        trade(10, "100", "2", 1),
                        trade(11, "103", "1", -1),
                        trade(15, "99", "0.5", 0),
                        trade(16, "98", "1", 0)));

        assertThat(bars)
                .containsExactly(new Bar(
                        SPY,
                        10,
                        0,
                        Price.of("100"),
                        Price.of("103"),
                        Price.of("99"),
                        Price.of("99"),
                        Quantity.of("3.5"),
                        Money.of("352.5"),
                        Quantity.of("2.25"),
                        3,
                        15,
                        "tick(3)",
                        1,
                        0,
                        0));
        assertThat(bars.get(0).isTimeBar()).isFalse();
        assertThat(bars.get(0).endTimeNanos()).isEqualTo(16);
    }

    @Test
    void barsAreNumbered() {
        assertThat(bars("tick(2)", prices("1", "2", "3", "4", "5")))
                .extracting(Bar::ordinal)
                .containsExactly(1L, 2L);
    }

    @Test
    void aTradeThatOverfillsAVolumeBarIsNotSplit() {
        var bars = bars(
                "volume(5)",
                List.of(
                        trade(1, "10", "3", 1),
                        trade(2, "10", "7", 1),
                        trade(3, "10", "5", 1),
                        trade(4, "10", "4", 1)));

        assertThat(bars).extracting(Bar::volume).containsExactly(Quantity.of("10"), Quantity.of("5"));
    }

    @Test
    void aValueBarIsFullAtItsAmount() {
        var bars = bars(
                "value(100)",
                List.of(trade(1, "10", "3", 1), trade(2, "10", "6.99999999", 1), trade(3, "10", "0.00000001", 1)));

        assertThat(bars).extracting(Bar::notional).containsExactly(Money.of("100"));
        assertThat(bars).extracting(Bar::tradeCount).containsExactly(3L);
    }

    @Test
    void aBarJoinsTheFlagsOfItsTrades() {
        var first = trade(1, "10", "1", 1);
        var late = new SettledTrade(SPY, 2, 2, first.priceUnits(), 1, 1, QualityFlag.LATE.bit());
        var outlier = new SettledTrade(SPY, 3, 3, first.priceUnits(), 1, 1, QualityFlag.OUTLIER.bit());

        assertThat(bars("tick(3)", List.of(first, late, outlier)))
                .extracting(Bar::quality)
                .containsExactly(QualityFlag.LATE.bit() | QualityFlag.OUTLIER.bit());
        assertThat(bars("tick(1)", List.of(late, first)))
                .extracting(Bar::quality)
                .containsExactly(8, 0);
    }

    /**
     * Span 1: the expected length is that of the bar before, and a trade weighs 2 / (1 × 4 + 1) = 0.4. The first bar has
     * 4 trades and θ = 2: E[b] = 0.5, the threshold 4 × 0.5 = 2. The second closes at θ = 2 after 2 trades, E[b] = 0.5 →
     * 0.7 → 0.82, threshold 2 × 0.82 = 1.64. The third: θ = 1, 0, 1, 2, and 2 ≥ 1.64.
     */
    @Test
    void aTickImbalanceBarClosesWhenOneSideOutweighsWhatWasExpected() {
        var bars = bars("tick-imbalance(4,1,1,100)", sides(1, 1, -1, 1, /**/ 1, 1, /**/ 1, -1, 1, 1, /**/ -1));

        assertThat(lengths(bars)).containsExactly(4L, 2L, 4L);
    }

    /** Quantities 1, 3 bought and 2 sold: θ = 2 of 3 trades. Threshold 3 × 2/3 = 2. */
    @Test
    void aVolumeImbalanceBarWeighsTradesByQuantity() {
        var trades = List.of(
                trade(1, "10", "1", 1),
                trade(2, "10", "3", 1),
                trade(3, "10", "2", -1),
                trade(4, "10", "1", -1),
                trade(5, "10", "0.99", -1),
                trade(6, "10", "0.01", -1));

        assertThat(lengths(bars("volume-imbalance(3,20,1,100)", trades))).containsExactly(3L, 3L);
    }

    @Test
    void anInformationDrivenBarKeepsToItsBounds() {
        int[] balanced = new int[100];
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] = i % 2 == 0 ? 1 : -1;
        }
        assertThat(lengths(bars("tick-imbalance(10,20,5,20)", sides(balanced)))).containsOnly(10L, 5L);

        int[] oneSided = new int[100];
        for (int i = 0; i < oneSided.length; i++) {
            oneSided[i] = i < 10 ? 1 : i % 2 == 0 ? 1 : -1;
        }
        assertThat(lengths(bars("tick-imbalance(10,20,5,20)", sides(oneSided)))).startsWith(10L, 20L);
    }

    /**
     * Span 1. First bar: 3 of 4 by buyers, P = 0.75, threshold 4 × max(0.75, 0.25) = 3. Second: buyers' third trade is
     * its fifth, P = 0.6, threshold 5 × 0.6 = 3. Third: three sales in a row.
     */
    @Test
    void aTickRunsBarClosesWhenOneSideHasTradedMoreThanExpectedInterruptedOrNot() {
        var bars = bars("tick-runs(4,1,1,100)", sides(1, -1, 1, 1, /**/ 1, -1, 1, -1, 1, /**/ -1, -1, -1, /**/ 1));

        assertThat(lengths(bars)).containsExactly(4L, 5L, 3L);
    }

    /** P = 1/2, E[v|buy] = 4, E[v|sell] = 2: threshold 2 × max(0.5 × 4, 0.5 × 2) = 4. */
    @Test
    void aVolumeRunsBarWeighsSidesByTheirQuantities() {
        var trades = List.of(
                trade(1, "10", "4", 1),
                trade(2, "10", "2", -1),
                trade(3, "10", "2", -1),
                trade(4, "10", "3.5", 1),
                trade(5, "10", "2", -1));

        assertThat(lengths(bars("volume-runs(2,20,1,100)", trades))).containsExactly(2L, 3L);
    }

    @Test
    void aRenkoBrickFollowsOrTurnsAfterTwoHeights() {
        var bars = bars("renko(10)", prices("104", "109.9", "110", "121", "119", "109.99", "100", "111", "119", "120"));

        // at 100 one brick turns down; 111 is one height above it, 120 two
        assertThat(shapes(bars))
                .containsExactly("100 110 100 110", "110 120 110 120", "110 119 100 100", "110 120 110 120");
        assertThat(lengths(bars)).containsExactly(3L, 1L, 3L, 3L);
    }

    @Test
    void aTradeMayCloseSeveralBricksAndCountsInTheFirst() {
        var bars = bars("renko(10)", prices("100", "95", "131"));

        assertThat(shapes(bars)).containsExactly("100 110 95 110", "110 120 110 120", "120 130 120 130");
        assertThat(lengths(bars)).containsExactly(3L, 0L, 0L);
        assertThat(bars).extracting(Bar::lastTradeNanos).containsOnly(3L);
        assertThat(bars).extracting(Bar::openTimeNanos).containsExactly(1L, 3L, 3L);
    }

    @Test
    void aJumpOfAThousandBricksStartsTheGridAnew() {
        var bars = bars("renko(1)", prices("100", "1101", "1102"));

        assertThat(shapes(bars)).containsExactly("1101 1102 100 1102");
        assertThat(lengths(bars)).containsExactly(3L);
        assertThat(bars("renko(1)", prices("100", "1100"))).hasSize(1_000);
    }

    @Test
    void aRenkoGridDoesNotBeginAtZero() {
        assertThat(shapes(bars("renko(10)", prices("3", "9", "20")))).containsExactly("10 20 3 20");
    }

    @Test
    void aRangeBarOpensOutsideOfTheOneBeforeAndClosesAtItsHighOrLow() {
        var bars = bars("range(5)", prices("100", "104", "99", "102", "104.01", "110", "103", "111"));

        assertThat(shapes(bars))
                .containsExactly("100 104 99 104", "104.01 109.01 104.01 109.01", "110 110 105 105", "103 108 103 108");
        assertThat(lengths(bars)).containsExactly(4L, 1L, 1L, 1L);
    }

    @Test
    void aBarWhoseSumsWouldNotFitClosesEarly() {
        var large = new SettledTrade(SPY, 1, 1, 1, Long.MAX_VALUE / 2 + 1, 1, 0);
        for (String type : List.of("tick(100)", "tick-imbalance(100)", "volume-runs(100)", "renko(1)", "range(1)")) {
            assertThat(lengths(bars(type, List.of(large, large, large))))
                    .as(type)
                    .containsExactly(1L, 1L);
        }
    }

    @Test
    void theBarsOfOneTradeComeInTheOrderOfTheirTypes() {
        for (String types : List.of("tick(1),range(1),tick(2)", "tick(2),tick(1),range(1)")) {
            var bars = new ArrayList<Bar>();
            var states = new HashMap<String, EventBarState>();
            var builder = new EventBars(BarType.parseAll(types));
            prices("10", "20").forEach(trade -> builder.add(states, trade, bars::add));

            assertThat(bars.stream().map(Bar::type)).containsExactly("tick(1)", "range(1)", "tick(1)", "tick(2)");
        }
    }

    @Test
    void pricesNearTheEndOfTheirRangeDoNotOverflow() {
        var ends = Stream.of(Long.MAX_VALUE, 1L, Long.MAX_VALUE, 1L)
                .map(price -> new SettledTrade(SPY, 1, 1, price, 1, 0, 0))
                .toList();
        for (String type : List.of("renko(1)", "renko(90000000000)", "range(1)", "range(90000000000)")) {
            assertThat(bars(type, ends)).as(type).allSatisfy(bar -> assertThat(bar.low())
                    .isGreaterThan(Price.ZERO));
        }
    }
}
