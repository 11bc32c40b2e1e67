package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.Trailing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Matching against bars of 100: orders decided at 100 act at 150, before the bar that opens at 200. */
class PaperBarsTest {
    private static final Quantity ONE = Quantity.of("1");

    private final PaperVenue venue = PaperVenue.of(MarketSource.BARS);

    @BeforeEach
    void decide() {
        venue.decided(100_000);
    }

    @Test
    void anOrderTakesAtTheOpenOfTheFirstBarAfterItActs() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.bar(100, "90", "95", "85", "91", "10");
        venue.bar(200, "100", "110", "90", "105", "10");
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 100 @200");
        assertThat(venue.reports.get(1).marketSequence()).isEqualTo(200);
    }

    @Test
    void anOrderSeesNothingOfABarThatHadOpenedBeforeIt() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("86")), 100);
        venue.bar(100, "90", "95", "85", "91", "10");
        venue.bar(200, "100", "110", "87", "105", "10");
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150");
    }

    @Test
    void aLimitOrderFillsAtItsLimitOnTheWay() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("95")), 100);
        venue.bar(200, "100", "110", "90", "105", "10");
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 95 @299");
    }

    @Test
    void aLimitOrderGetsTheOpenWhereTheBarOpensBeyondIt() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("95")), 100);
        venue.bar(200, "100", "101", "99", "100", "10");
        venue.bar(300, "80", "90", "70", "85", "10");
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 80 @300");
    }

    @Test
    void aStopFillsAtItsTriggerOnTheWayAndAtTheOpenBeyondIt() {
        venue.submit("o1", OrderTerms.stopMarket(Side.BUY, ONE, Price.of("105")), 100);
        venue.submit("o2", OrderTerms.stopMarket(Side.BUY, ONE, Price.of("115")), 100);
        venue.bar(200, "100", "110", "99", "105", "10");
        venue.bar(300, "120", "121", "119", "120", "10");
        assertThat(venue.words())
                .endsWith(
                        "o1 2 TRIGGERED @299",
                        "o1 3 FILLED 1 at 105 @299",
                        "o2 2 TRIGGERED @300",
                        "o2 3 FILLED 1 at 120 @300");
    }

    @Test
    void theNearerExtremeComesFirst() {
        var low = OrderTerms.limit(Side.BUY, ONE, Price.of("95"));
        var high = OrderTerms.stopMarket(Side.BUY, ONE, Price.of("108"));
        venue.submit("low", low, 100);
        venue.submit("high", high, 100);
        venue.bar(200, "98", "110", "90", "105", "10");
        assertThat(venue.words())
                .endsWith("low 2 FILLED 1 at 95 @299", "high 2 TRIGGERED @299", "high 3 FILLED 1 at 108 @299");
        venue.submit("low2", low, 300);
        venue.submit("high2", high, 300);
        venue.bar(400, "102", "110", "90", "105", "10");
        assertThat(venue.words())
                .endsWith("high2 2 TRIGGERED @499", "high2 3 FILLED 1 at 108 @499", "low2 2 FILLED 1 at 95 @499");
    }

    @Test
    void aStopLimitNeedsTheWayBackToItsLimit() {
        var terms = OrderTerms.stopLimit(Side.BUY, ONE, Price.of("105"), Price.of("103"));
        venue.submit("o1", terms, 100);
        venue.bar(200, "100", "110", "104", "110", "10");
        assertThat(venue.words()).last().isEqualTo("o1 2 TRIGGERED @299");
        venue.submit("o2", terms, 300);
        venue.bar(400, "104", "106", "90", "91", "10");
        assertThat(venue.words()).endsWith("o1 3 FILLED 1 at 103 @499", "o2 3 FILLED 1 at 103 @499");
    }

    @Test
    void aTrailingStopFollowsTheWay() {
        venue.submit("o1", OrderTerms.trailingStop(Side.SELL, ONE, Trailing.by(Price.of("4"))), 100);
        venue.bar(200, "100", "103", "98", "102", "10");
        assertThat(venue.words()).last().isEqualTo("o1 1 ACCEPTED @150");
        venue.bar(300, "102", "110", "101", "107", "10");
        venue.bar(400, "107", "108", "100", "101", "10");
        assertThat(venue.words()).endsWith("o1 2 TRIGGERED @499", "o1 3 FILLED 1 at 106 @499");
    }

    @Test
    void aBracketsExitsSeeTheNextBarOnly() {
        var entry = new OrderLink("e", null, OrderLink.Rule.INDEPENDENT);
        var exit = new OrderLink("e", "e", OrderLink.Rule.REDUCES);
        venue.submit("e", OrderTerms.limit(Side.BUY, ONE, Price.of("95")), entry, 100);
        venue.submit("stop", OrderTerms.stopMarket(Side.SELL, ONE, Price.of("92")), exit, 100);
        venue.submit("target", OrderTerms.limit(Side.SELL, ONE, Price.of("105")), exit, 100);
        venue.bar(200, "100", "110", "90", "105", "10");
        venue.bar(300, "100", "106", "99", "100", "10");
        assertThat(venue.words())
                .endsWith("e 2 FILLED 1 at 95 @299", "target 2 FILLED 1 at 105 @399", "stop 2 CANCELED @399");
    }

    @Test
    void halfOfTheVolumeCountsAtTheOpenAndHalfOnTheWay() {
        var shares = new PaperVenue(PaperModels.of(PaperVenue.LATENCY, SlippageModel.none())
                .with(new ParticipationModel(10_000))
                .with(MarketSources.of(PaperVenue.BTC.toString(), MarketSource.BARS)));
        shares.decided(100_000);
        shares.submit("o1", OrderTerms.market(Side.BUY, Quantity.of("13")), 100);
        shares.bar(200, "100", "110", "90", "105", "8");
        shares.bar(300, "105", "106", "104", "105", "20");
        assertThat(shares.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150",
                        "o1 2 PARTIALLY_FILLED 4 at 100 @200",
                        "o1 3 PARTIALLY_FILLED 4 at 100 @299",
                        "o1 4 FILLED 5 at 105 @300");
    }

    @Test
    void aCancelWithinABarComesBeforeItsWay() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("95")), 100);
        venue.cancel("c1", "o1", 200);
        venue.bar(200, "100", "110", "90", "105", "10");
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 CANCELED @250");
    }

    @Test
    void whereBarsAreTheMarketTradesAreNot() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.trade(150, "77", "5", AggressorSide.UNKNOWN);
        venue.bar(200, "100", "110", "90", "105", "10");
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 100 @200");
    }
}
