package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Post-only, icebergs, replaces and cancels. Orders act 50 after they are decided. */
class PaperBookedOrdersTest {
    private static final Quantity ONE = Quantity.of("1");
    private static final Quantity TEN = Quantity.of("10");

    private final PaperVenue venue = PaperVenue.plain();

    @BeforeEach
    void decide() {
        venue.decided(100_000);
    }

    @Test
    void postOnlyIsRejectedWhereItWouldTake() {
        venue.trade(140, "100");
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("100")).postingOnly(), 100);
        venue.submit("o2", OrderTerms.limit(Side.SELL, ONE, Price.of("99")).postingOnly(), 100);
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 REJECTED @150", "o2 1 REJECTED @150");
        assertThat(venue.reports.get(0).reason()).isEqualTo("POST_ONLY would take");
    }

    @Test
    void postOnlyMakesAtItsLimitAndNeverTakes() {
        venue.trade(140, "100");
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("99")).postingOnly(), 100);
        venue.trade(150, "98");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 FILLED 1 at 99 @150");
        assertThat(venue.reports.get(1).liquidity()).isEqualTo(Liquidity.MAKER);
        assertThat(venue.reports.get(1).fee()).isEqualTo(Money.of("0.0495"));
    }

    @Test
    void aPostOnlyStopIsCanceledWhereItWouldTakeOnceTriggered() {
        var terms = OrderTerms.stopLimit(Side.BUY, ONE, Price.of("105"), Price.of("106"));
        venue.submit("o1", terms.postingOnly(), 100);
        venue.trade(150, "105");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @150", "o1 3 CANCELED @150");
    }

    @Test
    void anIcebergFillsWhatItShowsWhereTheMarketReachesItsPriceExactly() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, TEN, Price.of("99")).showing(Quantity.of("4")), 100);
        venue.trade(150, "100");
        venue.trade(160, "99");
        venue.trade(170, "99");
        venue.trade(180, "99");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150",
                        "o1 2 PARTIALLY_FILLED 4 at 99 @160",
                        "o1 3 PARTIALLY_FILLED 4 at 99 @170",
                        "o1 4 FILLED 2 at 99 @180");
    }

    @Test
    void anIcebergFillsWholeWhereTheMarketGoesThroughItsPrice() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, TEN, Price.of("99")).showing(Quantity.of("4")), 100);
        venue.trade(150, "100");
        venue.trade(160, "98");
        venue.over(1000);
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 10 at 99 @160");
    }

    @Test
    void whatAnIcebergShowsNextQueuesBehindAllOthers() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, TEN, Price.of("99")).showing(Quantity.of("4")), 100);
        venue.submit("o2", OrderTerms.limit(Side.BUY, TEN, Price.of("99")), 101);
        venue.trade(152, "100");
        venue.trade(160, "99");
        venue.over(1000);
        venue.submit("o3", OrderTerms.limit(Side.BUY, ONE, Price.of("99")), 1000);
        venue.trade(1100, "100");
        venue.trade(1110, "99");
        venue.over(2000);
        assertThat(venue.words())
                .endsWith(
                        "o1 2 PARTIALLY_FILLED 4 at 99 @160",
                        "o2 2 FILLED 10 at 99 @160",
                        "o3 1 ACCEPTED @1050",
                        "o1 3 PARTIALLY_FILLED 4 at 99 @1110",
                        "o3 2 FILLED 1 at 99 @1110");
    }

    @Test
    void aReplaceGivesAnOrderOtherTerms() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("90")), 100);
        venue.replace("r1", "o1", OrderTerms.limit(Side.BUY, TEN, Price.of("95")), 200);
        venue.trade(160, "100");
        venue.trade(260, "100");
        venue.trade(270, "95");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 REPLACED @250", "o1 3 FILLED 10 at 95 @270");
        assertThat(venue.reports.get(1).orderQuantity()).isEqualTo(TEN);
        assertThat(venue.reports.get(1).limitPrice()).isEqualTo(Price.of("95"));
    }

    @Test
    void aReplacedOrderQueuesBehindOthersUnlessOnlyItsQuantityFalls() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, TEN, Price.of("99")), 100);
        venue.submit("o2", OrderTerms.limit(Side.BUY, TEN, Price.of("99")), 101);
        venue.submit("o3", OrderTerms.limit(Side.BUY, TEN, Price.of("99")), 102);
        venue.replace("r1", "o1", OrderTerms.limit(Side.BUY, Quantity.of("11"), Price.of("99")), 200);
        venue.replace("r2", "o2", OrderTerms.limit(Side.BUY, Quantity.of("9"), Price.of("99")), 200);
        venue.trade(160, "100");
        venue.trade(260, "100");
        venue.trade(270, "99");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith("o2 3 FILLED 9 at 99 @270", "o3 2 FILLED 10 at 99 @270", "o1 3 FILLED 11 at 99 @270");
    }

    @Test
    void aReplacedOrderMayTakeAgain() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("90")), 100);
        venue.replace("r1", "o1", OrderTerms.limit(Side.BUY, ONE, Price.of("101")), 200);
        venue.trade(160, "100");
        venue.trade(260, "100");
        venue.over(1000);
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 100 @260");
        assertThat(venue.reports.get(2).liquidity()).isEqualTo(Liquidity.TAKER);
    }

    @Test
    void aReplaceIsRefusedThatTheOrderCannotHave() {
        venue.submit("o1", OrderTerms.limit(Side.BUY, TEN, Price.of("99")).showing(Quantity.of("4")), 100);
        venue.trade(150, "100");
        venue.trade(160, "99");
        venue.replace("r1", "o1", OrderTerms.limit(Side.BUY, Quantity.of("4"), Price.of("99")), 200);
        venue.replace("r2", "o1", OrderTerms.limit(Side.SELL, TEN, Price.of("99")), 201);
        venue.replace("r3", "o1", OrderTerms.market(Side.BUY, TEN), 202);
        var past = OrderTerms.limit(Side.BUY, TEN, Price.of("99")).lasting(TimeInForce.GTD, 100);
        venue.replace("r4", "o1", past, 203);
        venue.over(1000);
        assertThat(venue.words())
                .endsWith(
                        "o1 3 REPLACE_REJECTED @250",
                        "o1 4 REPLACE_REJECTED @251",
                        "o1 5 REPLACE_REJECTED @252",
                        "o1 6 REPLACE_REJECTED @253");
        assertThat(venue.reports)
                .extracting(report -> report.reason())
                .endsWith(
                        "QUANTITY_FILLED actual=4 limit=4",
                        "TERMS_DIFFER an order keeps its side and type",
                        "TERMS_DIFFER an order keeps its side and type",
                        "GTD_EXPIRED");
        venue.trade(1100, "98");
        venue.over(2000);
        assertThat(venue.words()).last().isEqualTo("o1 7 FILLED 6 at 99 @1100");
    }

    @Test
    void aReplaceOrCancelOfAFinalOrderIsRefusedAndChangesNothing() {
        venue.submit("o1", OrderTerms.market(Side.BUY, ONE), 100);
        venue.trade(150, "100");
        venue.over(1000);
        venue.replace("r1", "o1", OrderTerms.market(Side.BUY, TEN), 1000);
        venue.cancel("c1", "o1", 1001);
        venue.restart();
        venue.cancel("c2", "o1", 1002);
        venue.over(2000);
        assertThat(venue.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150",
                        "o1 2 FILLED 1 at 100 @150",
                        "o1 3 REPLACE_REJECTED @1050",
                        "o1 4 CANCEL_REJECTED @1051",
                        "o1 5 CANCEL_REJECTED @1052");
        assertThat(venue.reports.get(4).cumulativeQuantity()).isEqualTo(ONE);
    }

    @Test
    void aReplacedTrailingStopKeepsTheBestPriceItHasSeen() {
        var trailing = Trailing.by(Price.of("5"));
        venue.submit("o1", OrderTerms.trailingStop(Side.SELL, ONE, trailing), 100);
        venue.trade(150, "100");
        venue.trade(160, "120");
        venue.trade(170, "118");
        var nearer = Trailing.by(Price.of("3"));
        venue.replace("r1", "o1", OrderTerms.trailingStop(Side.SELL, ONE, nearer), 200);
        venue.trade(260, "118");
        venue.trade(270, "117");
        venue.over(1000);
        assertThat(venue.words()).last().isEqualTo("o1 4 FILLED 1 at 117 @270");
    }

    @Test
    void aCancelThatOvertakesItsOrderWaitsForIt() {
        var models = PaperModels.of(new LatencyModel(50, 10), SlippageModel.none());
        var quick = new PaperVenue(models);
        quick.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("99")), 100);
        quick.cancel("c1", "o1", 101);
        quick.trade(120, "100");
        quick.over(1000);
        assertThat(quick.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 CANCELED @150");
        assertThat(quick.dropped).isEmpty();
    }

    @Test
    void cancelsHaveALatencyOfTheirOwn() {
        var quick = new PaperVenue(PaperModels.of(new LatencyModel(50, 10), SlippageModel.none()));
        quick.submit("o1", OrderTerms.limit(Side.BUY, ONE, Price.of("99")), 100);
        quick.cancel("c1", "o1", 200);
        quick.over(1000);
        assertThat(quick.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 CANCELED @210");
    }
}
