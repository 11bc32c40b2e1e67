package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long orders live. They act at 150. */
class PaperTimeInForceTest {
    private static final Quantity THREE = Quantity.of("3");
    private static final long DAY = 86_400_000_000_000L;

    private final PaperVenue venue = shares();

    private static PaperVenue shares() {
        return new PaperVenue(
                PaperModels.of(PaperVenue.LATENCY, SlippageModel.none()).with(new ParticipationModel(10_000)));
    }

    @BeforeEach
    void decide() {
        venue.decided(10 * DAY);
    }

    @Test
    void anImmediateOrderFillsWhatItCanAndExpiresWithTheRest() {
        venue.submit("o1", OrderTerms.market(Side.BUY, THREE).lasting(TimeInForce.IOC, 0), 100);
        venue.trade(150, "100", "2");
        venue.trade(160, "100", "2");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly("o1 1 ACCEPTED @150", "o1 2 PARTIALLY_FILLED 2 at 100 @150", "o1 3 EXPIRED @150");
        assertThat(venue.reports.get(2).cumulativeQuantity()).isEqualTo(Quantity.of("2"));
    }

    @Test
    void aStopForTheFirstChanceHasItsChanceOnceTriggered() {
        var terms = OrderTerms.stopLimit(Side.BUY, THREE, Price.of("105"), Price.of("106"));
        venue.submit("o1", terms.lasting(TimeInForce.IOC, 0), 100);
        venue.trade(150, "100", "9");
        venue.trade(160, "110", "9");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 TRIGGERED @160", "o1 3 EXPIRED @160");
    }

    @Test
    void fillOrKillFillsWholeOrNotAtAll() {
        venue.submit("o1", OrderTerms.market(Side.BUY, THREE).lasting(TimeInForce.FOK, 0), 100);
        venue.submit("o2", OrderTerms.market(Side.SELL, Quantity.of("2")).lasting(TimeInForce.FOK, 0), 100);
        venue.trade(150, "100", "2");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150", "o2 1 ACCEPTED @150", "o1 2 EXPIRED @150", "o2 2 FILLED 2 at 100 @150");
    }

    @Test
    void fillOrKillExpiresWhereTheMarketIsBeyondItsLimit() {
        var terms = OrderTerms.limit(Side.BUY, THREE, Price.of("99"));
        venue.submit("o1", terms.lasting(TimeInForce.FOK, 0), 100);
        venue.trade(150, "100", "9");
        venue.trade(160, "98", "9");
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 EXPIRED @150");
    }

    @Test
    void anOrderGoodTillATimeExpiresBeforeATradeOfThatTime() {
        var terms = OrderTerms.limit(Side.BUY, THREE, Price.of("99"));
        venue.submit("o1", terms.lasting(TimeInForce.GTD, 300), 100);
        venue.submit("o2", terms.lasting(TimeInForce.GTD, 301), 100);
        venue.trade(200, "100", "9");
        venue.trade(300, "99", "9");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "o1 1 ACCEPTED @150", "o2 1 ACCEPTED @150", "o1 2 EXPIRED @300", "o2 2 FILLED 3 at 99 @300");
    }

    @Test
    void anOrderGoodTillATimeExpiresWithoutATradeAndOverARestart() {
        var terms = OrderTerms.stopMarket(Side.BUY, THREE, Price.of("200"));
        venue.submit("o1", terms.lasting(TimeInForce.GTD, 300), 100);
        venue.marketClock(250);
        venue.restart();
        venue.marketClock(299);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150");
        venue.marketClock(300);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 EXPIRED @300");
    }

    @Test
    void anOrderWhoseTimeIsOverAsItArrivesIsRejected() {
        var terms = OrderTerms.limit(Side.BUY, THREE, Price.of("99"));
        venue.submit("o1", terms.lasting(TimeInForce.GTD, 150), 100);
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 REJECTED @150");
        assertThat(venue.reports.get(0).reason()).isEqualTo("GTD_EXPIRED");
    }

    @Test
    void aDayOrderExpiresAtTheEndOfTheUtcDay() {
        var terms = OrderTerms.limit(Side.BUY, THREE, Price.of("99"));
        venue.submit("o1", terms.lasting(TimeInForce.DAY, 0), 100);
        venue.over(DAY - 1);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150");
        venue.over(DAY);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 EXPIRED @" + DAY);
    }

    @Test
    void aDayOrderExpiresAtTheEndOfTheInstrumentsSession() {
        // 1 January 1970 was a holiday, the 2nd a Friday: New York closes at 16:00, at 21:00 UTC.
        long close = DAY + 21 * DAY / 24;
        venue.open("us-equities");
        var terms = OrderTerms.limit(Side.BUY, THREE, Price.of("99"));
        venue.submit("o1", terms.lasting(TimeInForce.DAY, 0), 100);
        venue.over(2 * DAY);
        assertThat(venue.words()).containsExactly("o1 1 ACCEPTED @150", "o1 2 EXPIRED @" + close);
    }

    @Test
    void aDayOrderIsRejectedWhereTheInstrumentsCalendarIsUnknown() {
        venue.open("moon");
        var terms = OrderTerms.limit(Side.BUY, THREE, Price.of("99"));
        venue.submit("o1", terms.lasting(TimeInForce.DAY, 0), 100);
        venue.over(1000);
        assertThat(venue.words()).containsExactly("o1 1 REJECTED @150");
        assertThat(venue.reports.get(0).reason()).isEqualTo("NO_SESSION");
    }
}
