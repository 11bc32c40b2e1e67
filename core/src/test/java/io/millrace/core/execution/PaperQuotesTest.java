package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import org.junit.jupiter.api.Test;

/** Matching against quotes, alone and beside trades, and the queue at a price. */
class PaperQuotesTest {
    private static final Quantity ONE = Quantity.of("1");
    private static final Quantity TEN = Quantity.of("10");

    @Test
    void anOrderTakesAtTheOtherSidesQuote() {
        var venue = PaperVenue.of(MarketSource.QUOTES);
        venue.submit("b", OrderTerms.market(Side.BUY, ONE), 100);
        venue.submit("s", OrderTerms.market(Side.SELL, ONE), 100);
        venue.quote(149, "90", "1", "91", "1");
        venue.quote(150, "99", "1", "101", "1");
        venue.over(1000);
        assertThat(venue.words()).endsWith("b 2 FILLED 1 at 101 @150", "s 2 FILLED 1 at 99 @150");
        assertThat(venue.reports.get(2).marketSequence()).isEqualTo(2);
    }

    @Test
    void aLimitOrderIsFilledWhereTheOtherSideComesToItsPrice() {
        var venue = PaperVenue.of(MarketSource.QUOTES);
        venue.quote(140, "99", "1", "101", "1");
        venue.submit("b", OrderTerms.limit(Side.BUY, ONE, Price.of("100")), 100);
        venue.quote(160, "99", "1", "100.5", "1");
        venue.quote(170, "98", "1", "99.5", "1");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 FILLED 1 at 100 @170");
        assertThat(venue.reports.get(1).liquidity()).isEqualTo(Liquidity.MAKER);
    }

    @Test
    void stopsAreTriggeredByTheQuoteThatTheyWouldTake() {
        var venue = PaperVenue.of(MarketSource.QUOTES);
        venue.submit("b", OrderTerms.stopMarket(Side.BUY, ONE, Price.of("102")), 100);
        venue.submit("s", OrderTerms.trailingStop(Side.SELL, ONE, Trailing.by(Price.of("2"))), 100);
        venue.quote(150, "99", "1", "101", "1");
        venue.quote(160, "101", "1", "101.5", "1");
        venue.quote(170, "99", "1", "102", "1");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith(
                        "b 2 TRIGGERED @170",
                        "b 3 FILLED 1 at 102 @170",
                        "s 2 TRIGGERED @170",
                        "s 3 FILLED 1 at 99 @170");
    }

    @Test
    void postOnlyIsRejectedByTheLatestQuote() {
        var venue = PaperVenue.of(MarketSource.QUOTES);
        venue.quote(140, "99", "1", "101", "1");
        venue.submit("a", OrderTerms.limit(Side.BUY, ONE, Price.of("101")).postingOnly(), 100);
        venue.submit("b", OrderTerms.limit(Side.BUY, ONE, Price.of("100.99")).postingOnly(), 100);
        venue.over(1000);
        assertThat(venue.words()).containsExactly("a 1 REJECTED @150", "b 1 ACCEPTED @150");
    }

    @Test
    void aQuoteWithOneSideServesThatSideAndACrossedOneNobody() {
        var venue = PaperVenue.of(MarketSource.QUOTES);
        venue.submit("b", OrderTerms.market(Side.BUY, ONE), 100);
        venue.submit("s", OrderTerms.market(Side.SELL, ONE), 100);
        venue.quote(150, "102", "1", "101", "1");
        venue.quote(160, "99", "1", "0", "0");
        venue.quote(170, "0", "0", "101", "1");
        venue.over(1000);
        assertThat(venue.words()).endsWith("s 2 FILLED 1 at 99 @160", "b 2 FILLED 1 at 101 @170");
    }

    @Test
    void aQuoteFromTheFutureMovesNoTimeUntilItIsConfirmed() {
        var venue = PaperVenue.of(MarketSource.QUOTES);
        venue.decided(100_000);
        venue.submit("b", OrderTerms.market(Side.BUY, ONE), 100);
        venue.quote(120, "90", "1", "91", "1");
        venue.quote(4_000 * 86_400_000_000_000L, "1", "1", "2", "1");
        venue.restart();
        venue.quote(150, "99", "1", "101", "1");
        venue.quotesClock(1000);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 FILLED 1 at 101 @150");
        assertThat(venue.refuted).containsExactly(2L);
    }

    @Test
    void besideTradesAnOrderTakesFromQuotesAlone() {
        var venue = PaperVenue.of(MarketSource.TRADES_AND_QUOTES);
        venue.submit("b", OrderTerms.market(Side.BUY, ONE), 100);
        venue.trade(150, "100");
        venue.quote(160, "99", "1", "101", "1");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 FILLED 1 at 101 @160");
    }

    @Test
    void besideQuotesTradesTriggerAndFillWhatRests() {
        var venue = PaperVenue.of(MarketSource.TRADES_AND_QUOTES);
        venue.quote(140, "99", "1", "101", "1");
        venue.submit("l", OrderTerms.limit(Side.BUY, ONE, Price.of("98")), 100);
        venue.submit("s", OrderTerms.stopMarket(Side.SELL, ONE, Price.of("98.5")), 100);
        venue.trade(160, "98", "5");
        venue.quote(161, "97", "1", "98.5", "1");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "l 1 ACCEPTED @150",
                        "s 1 ACCEPTED @150",
                        "s 2 TRIGGERED @160",
                        "l 2 FILLED 1 at 98 @160",
                        "s 3 FILLED 1 at 97 @161");
    }

    @Test
    void matchesATimeOnceTradesAndQuotesAreBothOver() {
        var venue = PaperVenue.of(MarketSource.TRADES_AND_QUOTES);
        venue.decided(100_000);
        venue.submit("b", OrderTerms.market(Side.BUY, ONE), 100);
        venue.quote(150, "99", "1", "101", "1");
        venue.quote(151, "99", "1", "101", "1");
        venue.marketClock(149);
        assertThat(venue.reports).isEmpty();
        venue.marketClock(150);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 FILLED 1 at 101 @150");
    }

    @Test
    void anImmediateOrderExpiresAtTheFirstQuoteBeyondItsLimit() {
        var venue = PaperVenue.of(MarketSource.TRADES_AND_QUOTES);
        venue.quote(140, "99", "1", "101", "1");
        var terms = OrderTerms.limit(Side.BUY, ONE, Price.of("100")).lasting(TimeInForce.IOC, 0);
        venue.submit("b", terms, 100);
        venue.trade(155, "99");
        venue.quote(160, "99", "1", "101", "1");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 EXPIRED @160");
    }

    @Test
    void lastInTheQueueWaitsForWhatWasQuotedAtItsPrice() {
        var venue = queued();
        venue.quote(140, "100", "5", "101", "5");
        venue.submit("b", OrderTerms.limit(Side.BUY, TEN, Price.of("100")), 100);
        venue.trade(160, "100", "3");
        venue.restart();
        venue.trade(170, "100", "3");
        venue.trade(180, "100", "20", AggressorSide.BUYER);
        venue.trade(190, "100", "20");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly("b 1 ACCEPTED @150", "b 2 PARTIALLY_FILLED 1 at 100 @170", "b 3 FILLED 9 at 100 @190");
    }

    @Test
    void aSmallerQuoteShortensTheQueue() {
        var venue = queued();
        venue.quote(140, "100", "50", "101", "5");
        venue.submit("b", OrderTerms.limit(Side.BUY, ONE, Price.of("100")), 100);
        venue.quote(160, "100", "2", "101", "5");
        venue.quote(161, "100", "90", "101", "5");
        venue.trade(170, "100", "2");
        venue.trade(180, "100", "1");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 FILLED 1 at 100 @180");
    }

    @Test
    void anOrderBetweenTheQuotesIsTheFirstAndOneBehindThemWaitsUntilItsPriceIsQuoted() {
        var venue = queued();
        venue.quote(140, "100", "50", "102", "5");
        venue.submit("first", OrderTerms.limit(Side.BUY, ONE, Price.of("101")), 100);
        venue.submit("behind", OrderTerms.limit(Side.BUY, ONE, Price.of("99")), 100);
        venue.trade(160, "101", "1");
        venue.trade(170, "99", "500");
        venue.quote(180, "99", "3", "102", "5");
        venue.trade(190, "99", "4");
        venue.over(1000);
        assertThat(venue.words()).endsWith("first 2 FILLED 1 at 101 @160", "behind 2 FILLED 1 at 99 @190");
    }

    @Test
    void withoutQuotesTheLastInTheQueueIsFilledByATradeThroughItsPrice() {
        var venue = new PaperVenue(
                PaperModels.of(PaperVenue.LATENCY, SlippageModel.none()).with(QueueModel.LAST));
        venue.submit("b", OrderTerms.limit(Side.BUY, TEN, Price.of("100")), 100);
        venue.trade(150, "101", "50");
        venue.trade(160, "100", "500");
        venue.trade(170, "99.99", "1");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("b 1 ACCEPTED @150", "b 2 FILLED 10 at 100 @170");
    }

    private static PaperVenue queued() {
        return new PaperVenue(PaperModels.of(PaperVenue.LATENCY, SlippageModel.none())
                .with(QueueModel.LAST)
                .with(MarketSources.of(PaperVenue.BTC.toString(), MarketSource.TRADES_AND_QUOTES)));
    }
}
