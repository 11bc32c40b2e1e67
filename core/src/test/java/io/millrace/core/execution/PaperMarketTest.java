package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class PaperMarketTest {
    private static final Quantity ONE = Quantity.of("1");
    private static final long DAY = 86_400_000_000_000L;

    private final PaperVenue venue = new PaperVenue();

    @Test
    void fillsAMarketOrderAtTheFirstTradeAtOrAfterItsLatency() {
        venue.submit("o1", OrderTerms.market(Side.BUY, Quantity.of("2")), 100);
        venue.decided(1000);
        venue.trade(149, "90");
        venue.trade(150, "100");
        venue.trade(151, "110");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 2 at 100.1 @150");
        var fill = venue.reports.get(1);
        assertThat(fill.fee()).isEqualTo(Money.of("0.4004"));
        assertThat(fill.marketSequence()).isEqualTo(2);
        assertThat(fill.cumulativeQuantity()).isEqualTo(Quantity.of("2"));
    }

    @Test
    void aBustOrCorrectionFillsNothingAndMovesNoTime() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.decided(1000);
        venue.amend(TradeAction.CORRECT, 160, "90");
        venue.amend(TradeAction.BUST, 170, "90");
        venue.trade(150, "100");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 100.1 @150");
    }

    @Test
    void aTradeFromTheFutureMovesNoTimeAndFillsNothingUntilItIsConfirmed() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.decided(1000);
        venue.trade(120, "90");
        venue.trade(4_000 * DAY, "1");
        venue.restart();
        venue.trade(150, "100");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 100.1 @150");
        assertThat(venue.refuted).containsExactly(2L);
    }

    @Test
    void aMarketThatTradesOnceAWeekFillsAtEachTrade() {
        venue.decided(30 * DAY);
        venue.trade(100, "90");
        for (long week = 1; week <= 3; week++) {
            venue.submit("o" + week, OrderTerms.market(Side.BUY, ONE), 7 * week * DAY - 50);
            venue.trade(7 * week * DAY, "100");
        }
        venue.marketClock(30 * DAY);
        assertThat(venue.words())
                .contains(
                        "o1 2 FILLED 1 at 100.1 @" + 7 * DAY,
                        "o2 2 FILLED 1 at 100.1 @" + 14 * DAY,
                        "o3 2 FILLED 1 at 100.1 @" + 21 * DAY);
        assertThat(venue.refuted).isEmpty();
    }

    @Test
    void givesASellerLessThanTheTradesPrice() {
        venue.submit("o1", OrderTerms.market(Side.SELL, ONE), 100);
        venue.decided(1000);
        venue.trade(150, "100");
        venue.marketClock(2000);
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 99.9 @150");
    }

    @Test
    void fillsTheSameWhenTheMarketCameFirst() {
        venue.trade(149, "90");
        venue.trade(150, "100");
        venue.trade(151, "110");
        venue.marketClock(2000);
        venue.submit("o1", OrderTerms.market(Side.BUY, Quantity.of("2")), 100);
        venue.decided(1000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 2 at 100.1 @150");
    }

    @Test
    void matchesNothingBeforeEveryRiskTaskHasDecided() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.trade(150, "100");
        venue.trade(200, "100");
        venue.decided(0, 5000);
        assertThat(venue.reports).isEmpty();
        venue.decided(1, 99);
        assertThat(venue.reports).isEmpty();
        venue.decided(1, 100);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 100.1 @150");
    }

    @Test
    void doesNotMatchATimeInWhichAnotherTradeMayFollow() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("99")), 100);
        venue.decided(1000);
        venue.trade(150, "100");
        assertThat(venue.reports).isEmpty();
        venue.trade(150, "99");
        assertThat(venue.reports).isEmpty();
        venue.trade(151, "98");
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 99 @150");
    }

    @Test
    void countsATradeOutOfOrderAtTheLatestTime() {
        venue.trade(160, "100");
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("50")), 109);
        venue.decided(1000);
        venue.trade(140, "50");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @159", "o1 2 FILLED 1 at 50 @160");
    }

    @Test
    void ignoresTradesWithoutQuantityButTakesTheirTime() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.decided(1000);
        venue.trade(150, "100", "0");
        venue.trade(160, "101", "0");
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150");
        venue.trade(170, "102");
        venue.trade(171, "103");
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 102.102 @170");
    }

    @Test
    void takesAtTheTradesPriceWhenALimitOrderCanFillAsItArrives() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("105")), 100);
        venue.submit("o2", OrderTerms.limit(Side.BUY, ONE, Price.of("100.05")), 100);
        venue.decided(1000);
        venue.trade(150, "100");
        venue.marketClock(2000);
        assertThat(venue.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150",
                        "o2 1 ACCEPTED @150",
                        "o1 2 FILLED 1 at 100.1 @150",
                        "o2 2 FILLED 1 at 100.05 @150");
        assertThat(venue.reports.get(2).fee()).isEqualTo(Money.of("0.2002"));
    }

    @Test
    void makesAtItsLimitOnceItRested() {
        venue.submit("o1", OrderTerms.limit(Side.SELL, ONE, Price.of("101")), 100);
        venue.decided(1000);
        venue.trade(150, "100");
        venue.trade(160, "100.99");
        venue.trade(170, "103");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 101 @170");
        assertThat(venue.reports.get(1).fee()).isEqualTo(Money.of("0.0505"));
    }

    @Test
    void staysOpenOverManyBarsAndARestart() {
        venue.submit("o1", OrderTerms.limit(Side.SELL, ONE, Price.of("101")), 100);
        for (long time = 1000; time < 100_000; time += 1000) {
            venue.trade(time, "100");
            venue.decided(time);
            venue.restart();
        }
        venue.trade(100_000, "101");
        venue.marketClock(200_000);
        venue.decided(100_000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 101 @100000");
    }

    @Test
    void expiresWhatCannotFillAtOnce() {
        var terms = new OrderTerms(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, ONE, Price.of("99"), false);
        venue.submit("o1", terms, 100);
        venue.decided(1000);
        venue.trade(150, "100");
        venue.trade(160, "98");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 EXPIRED @150");
    }

    @Test
    void cancelsBeforeATradeOfTheSameTime() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("99")), 100);
        venue.cancel("c1", "o1", 200);
        venue.decided(1000);
        venue.trade(200, "100");
        venue.trade(250, "99");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 CANCELED @250");
    }

    @Test
    void cancelsAnOrderOfTheSameMomentAfterItWasAccepted() {
        venue.cancel("c1", "o1", 100);
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.decided(1000);
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 CANCELED @150");
    }

    @Test
    void refusesTheCancelOfAnOrderThatIsFinal() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.decided(1000);
        venue.trade(150, "100");
        venue.trade(151, "100");
        venue.cancel("c1", "o1", 1001);
        venue.decided(2000);
        venue.marketClock(3000);
        assertThat(venue.words()).last().isEqualTo("o1 3 CANCEL_REJECTED @1051");
        assertThat(venue.reports.get(2).reason()).isEqualTo("UNKNOWN_ORDER already final");
    }

    @Test
    void dropsTheCancelOfAnOrderThatNeverCame() {
        venue.cancel("c1", "o1", 100);
        venue.decided(1000);
        venue.marketClock(2000);
        assertThat(venue.reports).isEmpty();
        assertThat(venue.dropped).containsExactly("c1 UNKNOWN_ORDER");
    }

    @Test
    void dropsWhatItWasToldBefore() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.decided(1000);
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.trade(150, "100");
        venue.marketClock(2000);
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 100.1 @150");
        assertThat(venue.dropped).containsExactly("o1 DUPLICATE", "o1 DUPLICATE", "o1 DUPLICATE");
    }

    @Test
    void rejectsAnOrderOnAnUnknownInstrument() {
        venue.submitUnknown("o1", OrderTerms.market(Side.BUY, ONE), 100);
        assertThat(venue.words()).containsExactly("o1 1 REJECTED @150");
        assertThat(venue.reports.get(0).reason()).isEqualTo("UNKNOWN_INSTRUMENT");
    }

    @Test
    void expiresAnOrderWhoseNotionalNoLongCanHold() {
        venue.submit("o1", OrderTerms.market(Side.BUY, Quantity.of("90000000000")), 100);
        venue.decided(1000);
        venue.trade(150, "90000000000");
        venue.marketClock(2000);
        assertThat(venue.words()).last().isEqualTo("o1 2 EXPIRED @150");
        assertThat(venue.reports.get(1).reason()).isEqualTo("NOTIONAL_TOO_LARGE");
    }

    @Test
    void letsAnArrivalActAfterTheLatestMarketEvent() {
        venue.decided(1000);
        venue.trade(500, "100");
        venue.submitOnArrival("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.trade(549, "110");
        venue.trade(550, "120");
        venue.marketClock(2000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @550", "o1 2 FILLED 1 at 120.12 @550");
    }

    @Test
    void neverActsInATimeThatIsAlreadyMatched() {
        venue.decided(1000);
        venue.marketClock(800);
        venue.submit("late", OrderTerms.market(Side.BUY, ONE), 100);
        venue.marketClock(900);
        assertThat(venue.words()).containsExactly("late 1 ACCEPTED @801");
    }

    @Test
    void tellsAnAccountItsClockWithEveryReportAndOncePerRiskClock() {
        venue.submit("o1", "alpha", OrderTerms.limit(Side.BUY, ONE, Price.of("90")), 100);
        venue.decided(140);
        venue.trade(145, "100");
        venue.trade(146, "100");
        assertThat(venue.clocks).containsExactly("alpha 144");
        venue.trade(160, "100");
        venue.trade(170, "100");
        venue.trade(180, "100");
        assertThat(venue.clocks).containsExactly("alpha 144", "alpha 159");
        venue.decided(1000);
        venue.trade(1010, "100");
        venue.trade(1020, "89");
        assertThat(venue.clocks).containsExactly("alpha 144", "alpha 159", "alpha 1009");
        venue.trade(1021, "89");
        assertThat(venue.clocks).containsExactly("alpha 144", "alpha 159", "alpha 1009", "alpha 1020");
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 90 @1020");
    }

    @Test
    void tellsAnAccountWhoseOrderComesAfterOthersWereTold() {
        venue.submit("o1", "alpha", OrderTerms.limit(Side.BUY, ONE, Price.of("90")), 50);
        venue.trade(1000, "100");
        venue.decided(99);
        assertThat(venue.clocks).containsExactly("alpha 149");
        venue.submit("o2", "beta", OrderTerms.limit(Side.BUY, ONE, Price.of("90")), 100);
        venue.decided(100);
        assertThat(venue.clocks).contains("beta 150");
    }

    @Test
    void tellsNobodyWhereNothingIsOpen() {
        venue.trade(100, "100");
        venue.decided(1000);
        venue.marketClock(2000);
        assertThat(venue.clocks).isEmpty();
    }

    @Test
    void refusesModelsThatMakeNoSense() {
        assertThatThrownBy(() -> new LatencyModel(0)).hasMessage("latency must be >= 1 ns, was 0");
    }
}
