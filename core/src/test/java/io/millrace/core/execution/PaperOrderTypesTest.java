package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.Trailing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each order type does, against trades and without slippage. Orders act at 150. */
class PaperOrderTypesTest {
    private static final Quantity ONE = Quantity.of("1");

    private final PaperVenue venue = PaperVenue.plain();

    @BeforeEach
    void decide() {
        venue.decided(100_000);
    }

    @Test
    void aStopBuysOnceTheMarketHasRisenToItsTrigger() {
        venue.submit("o1", OrderTerms.stopMarket(Side.BUY, ONE, Price.of("105")), 100);
        trades("100", "104.99", "106", "90");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @170", "o1 3 FILLED 1 at 106 @170");
        assertThat(venue.reports.get(2).liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(venue.reports.get(2).triggerPrice()).isEqualTo(Price.of("105"));
    }

    @Test
    void aStopSellsOnceTheMarketHasFallenToItsTrigger() {
        venue.submit("o1", OrderTerms.stopMarket(Side.SELL, ONE, Price.of("95")), 100);
        trades("100", "95.01", "95");
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 95 @170");
    }

    @Test
    void aStopThatIsReachedAsItArrivesActsAtOnce() {
        venue.submit("o1", OrderTerms.stopMarket(Side.BUY, ONE, Price.of("95")), 100);
        trades("100");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @150", "o1 3 FILLED 1 at 100 @150");
    }

    @Test
    void aStopLimitTakesAtItsTriggerWithinItsLimit() {
        venue.submit("o1", OrderTerms.stopLimit(Side.BUY, ONE, Price.of("105"), Price.of("107")), 100);
        trades("100", "106");
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 106 @160");
    }

    @Test
    void aStopLimitRestsWhereTheMarketJumpedOverItsLimit() {
        venue.submit("o1", OrderTerms.stopLimit(Side.BUY, ONE, Price.of("105"), Price.of("107")), 100);
        trades("100", "110", "108", "107");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @160", "o1 3 FILLED 1 at 107 @180");
        assertThat(venue.reports.get(2).liquidity()).isEqualTo(Liquidity.MAKER);
    }

    @Test
    void aMarketIfTouchedBuysOnceTheMarketHasFallenToItsTrigger() {
        venue.submit("o1", OrderTerms.marketIfTouched(Side.BUY, ONE, Price.of("95")), 100);
        trades("100", "95.01", "94");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @170", "o1 3 FILLED 1 at 94 @170");
    }

    @Test
    void aMarketIfTouchedSellsOnceTheMarketHasRisenToItsTrigger() {
        venue.submit("o1", OrderTerms.marketIfTouched(Side.SELL, ONE, Price.of("105")), 100);
        trades("100", "104", "106");
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 106 @170");
    }

    @Test
    void aLimitIfTouchedRestsUntilItsLimitIsReached() {
        venue.submit("o1", OrderTerms.limitIfTouched(Side.BUY, ONE, Price.of("95"), Price.of("93")), 100);
        trades("92", "100", "94", "93");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @150", "o1 3 FILLED 1 at 92 @150");
        venue.submit("o2", OrderTerms.limitIfTouched(Side.BUY, ONE, Price.of("95"), Price.of("90")), 1000);
        venue.trade(1100, "100");
        venue.trade(1110, "94");
        venue.trade(1120, "90");
        venue.over(1200);
        assertThat(venue.words()).endsWith("o2 1 ACCEPTED @1050", "o2 2 TRIGGERED @1110", "o2 3 FILLED 1 at 90 @1120");
    }

    @Test
    void aTrailingStopFollowsTheMarketInItsFavourAtAPrice() {
        venue.submit("o1", OrderTerms.trailingStop(Side.SELL, ONE, Trailing.by(Price.of("5"))), 100);
        trades("100", "110", "106", "120", "115.01", "114");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @200", "o1 3 FILLED 1 at 114 @200");
        assertThat(venue.reports.get(1).triggerPrice()).isEqualTo(Price.of("115"));
    }

    @Test
    void aTrailingStopFollowsTheMarketAtBasisPoints() {
        venue.submit("o1", OrderTerms.trailingStop(Side.BUY, ONE, Trailing.byBps(100)), 100);
        trades("100", "80", "80.79", "80.8");
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 80.8 @180");
        assertThat(venue.reports.get(1).triggerPrice()).isEqualTo(Price.of("80.8"));
    }

    @Test
    void aTrailingStopFollowsOverARestart() {
        venue.submit("o1", OrderTerms.trailingStop(Side.SELL, ONE, Trailing.by(Price.of("5"))), 100);
        trades("100", "120");
        venue.restart();
        venue.trade(1000, "116");
        venue.trade(1010, "115");
        venue.over(2000);
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 115 @1010");
    }

    @Test
    void aTrailingStopBeginsToFollowWhereItsTermsSay() {
        var plain = OrderTerms.trailingStop(Side.SELL, ONE, Trailing.by(Price.of("5")));
        venue.submit("o1", plain.withPrices(null, Price.of("110")), 100);
        trades("100", "90", "111", "107", "106");
        assertThat(venue.words()).last().isEqualTo("o1 3 FILLED 1 at 106 @190");
    }

    @Test
    void aTrailingStopLimitHasItsLimitBeyondItsTrigger() {
        var trailing = Trailing.by(Price.of("5")).withLimit(Price.of("1"));
        venue.submit("o1", OrderTerms.trailingStop(Side.SELL, ONE, trailing), 100);
        trades("100", "110", "103", "103.5", "104");
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @170", "o1 3 FILLED 1 at 104 @190");
        assertThat(venue.reports.get(1).limitPrice()).isEqualTo(Price.of("104"));
    }

    @Test
    void aMarketToLimitRestsWithItsRemainderAtThePriceOfItsFill() {
        var shares = new PaperVenue(
                PaperModels.of(PaperVenue.LATENCY, SlippageModel.none()).with(new ParticipationModel(10_000)));
        shares.decided(100_000);
        shares.submit("o1", OrderTerms.marketToLimit(Side.BUY, Quantity.of("3")), 100);
        shares.trade(150, "100", "1");
        shares.trade(160, "101", "10");
        shares.trade(170, "100", "10");
        shares.over(1000);
        assertThat(shares.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150", "o1 2 PARTIALLY_FILLED 1 at 100 @150", "o1 3 FILLED 2 at 100 @170");
        assertThat(shares.reports.get(1).limitPrice()).isEqualTo(Price.of("100"));
        assertThat(shares.reports.get(2).liquidity()).isEqualTo(Liquidity.MAKER);
    }

    @Test
    void aMarketToLimitIsAMarketOrderWhereAllOfItFills() {
        venue.submit("o1", OrderTerms.marketToLimit(Side.SELL, ONE), 100);
        trades("100");
        assertThat(venue.words()).last().isEqualTo("o1 2 FILLED 1 at 100 @150");
    }

    @Test
    void anOrderWithoutThePriceItNeedsIsRejected() {
        venue.submit("o1", OrderTerms.stopMarket(Side.BUY, ONE, null), 100);
        venue.submit("o2", OrderTerms.limit(Side.BUY, ONE, null), 100);
        venue.submit("o3", OrderTerms.limit(Side.BUY, ONE, Price.ZERO), 100);
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 REJECTED @150", "o2 1 REJECTED @150", "o3 1 REJECTED @150");
        assertThat(venue.reports.get(0).reason()).isEqualTo("TRIGGER_PRICE_MISSING");
    }

    @Test
    void reportsSayTheCurrencyAndThePricesInForce() {
        venue.submit("o1", OrderTerms.stopLimit(Side.BUY, ONE, Price.of("105"), Price.of("107")), 100);
        trades("100");
        assertThat(venue.reports).singleElement().satisfies(accepted -> {
            assertThat(accepted.currency()).isEqualTo("USD");
            assertThat(accepted.limitPrice()).isEqualTo(Price.of("107"));
            assertThat(accepted.triggerPrice()).isEqualTo(Price.of("105"));
            assertThat(accepted.liquidity()).isNull();
        });
    }

    /** Trades at 150, 160, 170 … */
    private void trades(String... prices) {
        long time = 150;
        for (var price : prices) {
            venue.trade(time, price);
            time += 10;
        }
        venue.over(1000);
    }
}
