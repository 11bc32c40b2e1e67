package io.millrace.core.market;

import static io.millrace.core.market.MarketDays.SECOND;
import static io.millrace.core.market.MarketDays.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarBuilderTest {
    private final BarBuilder minutes = new BarBuilder(60 * SECOND, SECOND);
    private final OpenBars state = new OpenBars();
    private final List<Bar> closed = new ArrayList<>();

    private Outcome add(Trade trade) {
        return minutes.add(state, trade, closed::add);
    }

    private void advanceTo(double second) {
        minutes.advance(state, Math.round(second * SECOND), closed::add);
    }

    @Test
    void sumsTheTradesOfAMinute() {
        add(trade(60, 1, "100", "1", AggressorSide.BUYER));
        add(trade(75, 2, "102", "0.5", AggressorSide.SELLER));
        add(trade(80, 3, "99", "2", AggressorSide.SELLER));
        add(trade(119.999, 4, "101", "0.25", AggressorSide.BUYER));
        advanceTo(121);

        assertThat(closed)
                .containsExactly(new Bar(
                        MarketDays.BTC,
                        60 * SECOND,
                        60 * SECOND,
                        Price.of("100"),
                        Price.of("102"),
                        Price.of("99"),
                        Price.of("101"),
                        Quantity.of("3.75"),
                        Money.of("374.25"),
                        Quantity.of("1.25"),
                        4,
                        Math.round(119.999 * SECOND)));
        assertThat(minutes.knownAtNanos(closed.get(0))).isEqualTo(121 * SECOND);
    }

    @Test
    void closesWhenTheClockReachesItsEndPlusTheLateness() {
        add(trade(60, 1, "100", "1"));
        advanceTo(120.999_999_999);
        assertThat(closed).isEmpty();
        advanceTo(121);
        assertThat(closed).hasSize(1);
    }

    @Test
    void aTradeMovesTheClockAsAClockRecordDoes() {
        add(trade(60, 1, "100", "1"));
        add(trade(121, 2, "101", "1"));
        assertThat(closed).hasSize(1);
        assertThat(state.bars).hasSize(1);
    }

    @Test
    void theClockNeverGoesBack() {
        advanceTo(500);
        advanceTo(100);
        assertThat(add(trade(110, 1, "100", "1"))).isEqualTo(Outcome.LATE);
    }

    @Test
    void aTradeWithinTheLatenessFindsTheBarBeforeTheLatest() {
        add(trade(60, 1, "100", "1"));
        add(trade(120.5, 2, "105", "1"));
        assertThat(add(trade(119.9, 3, "90", "1"))).isEqualTo(Outcome.ADDED);
        advanceTo(300);

        assertThat(closed).extracting(Bar::low).containsExactly(Price.of("90"), Price.of("105"));
        assertThat(closed).extracting(Bar::close).containsExactly(Price.of("90"), Price.of("105"));
    }

    @Test
    void aTradeOfAClosedBarIsLateAndInNoBar() {
        add(trade(60, 1, "100", "1"));
        advanceTo(121);
        assertThat(add(trade(119, 2, "90", "1"))).isEqualTo(Outcome.LATE);
        advanceTo(300);
        assertThat(closed).hasSize(1);
    }

    @Test
    void aTradeOlderThanTheLatenessStillFindsItsOpenBar() {
        add(trade(100, 2, "100", "1"));
        assertThat(add(trade(60, 1, "90", "4"))).isEqualTo(Outcome.ADDED);
        advanceTo(121);
        assertThat(closed.get(0).open()).isEqualTo(Price.of("90"));
        assertThat(closed.get(0).close()).isEqualTo(Price.of("100"));
    }

    @Test
    void openAndCloseFollowTimeThenSequence() {
        add(trade(61, 3, "103", "1"));
        add(trade(61, 1, "101", "1"));
        add(trade(61, 2, "102", "1"));
        advanceTo(121);
        assertThat(closed.get(0).open()).isEqualTo(Price.of("101"));
        assertThat(closed.get(0).close()).isEqualTo(Price.of("103"));
    }

    @Test
    void aMinuteWithoutTradesHasNoBar() {
        add(trade(60, 1, "100", "1"));
        add(trade(600, 2, "101", "1"));
        advanceTo(700);
        assertThat(closed).extracting(Bar::openTimeNanos).containsExactly(60 * SECOND, 600 * SECOND);
    }

    @Test
    void aQuantityOfZeroOnlyMovesTheClock() {
        add(trade(60, 1, "100", "1"));
        assertThat(add(trade(121, 2, "1", "0"))).isEqualTo(Outcome.IGNORED);
        advanceTo(300);
        assertThat(closed).extracting(Bar::low).containsExactly(Price.of("100"));
    }

    @Test
    void severalBarsCloseInTheirOrder() {
        var seconds = new BarBuilder(SECOND, 10 * SECOND);
        seconds.add(state, trade(3.5, 1, "100", "1"), closed::add);
        seconds.add(state, trade(1.5, 2, "100", "1"), closed::add);
        seconds.add(state, trade(2.5, 3, "100", "1"), closed::add);
        assertThat(state.bars).hasSize(3);
        seconds.advance(state, 100 * SECOND, closed::add);
        assertThat(closed).extracting(Bar::openTimeNanos).containsExactly(SECOND, 2 * SECOND, 3 * SECOND);
    }

    @Test
    void barsAreAlignedToTheEpochBeforeItToo() {
        add(trade(-61, 1, "100", "1"));
        advanceTo(0);
        assertThat(closed).extracting(Bar::openTimeNanos).containsExactly(-120 * SECOND);
    }

    @Test
    void theTickRuleNamesTheSideThatWasNotReported() {
        add(trade(60, 1, "100", "8"));
        add(trade(61, 2, "101", "1"));
        add(trade(62, 3, "101", "2"));
        add(trade(63, 4, "100", "4"));
        advanceTo(121);
        assertThat(closed.get(0).buyVolume())
                .as("half of 8, then 1 and 2 upwards")
                .isEqualTo(Quantity.of("7"));
    }

    @Test
    void theTickRuleJudgesInTimeOrderWhateverCameFirst() {
        add(trade(60, 1, "100", "2", AggressorSide.SELLER));
        add(trade(61, 3, "99", "1"));
        add(trade(60.5, 2, "98", "1"));
        advanceTo(121);
        assertThat(closed.get(0).buyVolume()).as("98 falls, 99 rises").isEqualTo(Quantity.of("1"));
    }

    @Test
    void theTickRuleStillWaitsForATradeThatIsAsLateAsItMayBe() {
        add(trade(60, 1, "100", "2", AggressorSide.SELLER));
        add(trade(61, 3, "99", "1"));
        add(trade(62, 4, "99", "1", AggressorSide.SELLER));
        add(trade(61, 2, "98", "1"));
        advanceTo(121);
        assertThat(closed.get(0).buyVolume()).as("98 falls, 99 rises").isEqualTo(Quantity.of("1"));
    }

    @Test
    void theTickRuleRemembersThePriceOfTheBarBefore() {
        add(trade(60, 1, "100", "2"));
        add(trade(121, 2, "101", "1"));
        advanceTo(200);
        assertThat(closed.get(1).buyVolume()).isEqualTo(Quantity.of("1"));
    }

    @Test
    void halfOfATradeThatMissedItsPlaceInTheTickRuleIsBought() {
        add(trade(60, 1, "100", "2", AggressorSide.SELLER));
        add(trade(90, 3, "101", "1", AggressorSide.SELLER));
        add(trade(70, 2, "99", "3"));
        advanceTo(121);
        assertThat(closed.get(0).buyVolume()).isEqualTo(Quantity.of("1.5"));
    }

    @Test
    void refusesWhatNoMarketCanMean() {
        assertThat(add(trade(60, 1, "-100", "1"))).isEqualTo(Outcome.INVALID);
        assertThat(add(trade(60, 1, "0", "1"))).isEqualTo(Outcome.INVALID);
        assertThat(add(trade(60, 1, "100", "-1"))).isEqualTo(Outcome.INVALID);
        for (long time : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
            var farAway = new Trade(MarketDays.BTC, time, 1, Price.of("1"), Quantity.of("1"), AggressorSide.UNKNOWN);
            assertThat(add(farAway)).isEqualTo(Outcome.INVALID);
        }
        assertThat(state).usingRecursiveComparison().isEqualTo(new OpenBars());
    }

    @Test
    void aSumThatDoesNotFitRefusesTheTradeAndKeepsTheBar() {
        add(trade(60, 1, "90000000000", "1"));
        assertThat(add(trade(61, 2, "90000000000", "1"))).isEqualTo(Outcome.OVERFLOW);
        assertThat(add(trade(62, 3, "90000000000", "90000000000"))).isEqualTo(Outcome.OVERFLOW);
        add(trade(63, 4, "1", "1"));
        advanceTo(121);
        assertThat(closed.get(0).notional()).isEqualTo(Money.of("90000000001"));
        assertThat(closed.get(0).tradeCount()).isEqualTo(2);
    }

    @Test
    void refusesAnIntervalOrLatenessThatIsNone() {
        assertThatThrownBy(() -> new BarBuilder(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BarBuilder(1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a bar's interval must be > 0 and its lateness >= 0 ns, were 1 and -1");
    }
}
