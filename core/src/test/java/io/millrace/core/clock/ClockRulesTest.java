package io.millrace.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Risk's clock, the venue's frontier, and the clocks a task has seen. */
class ClockRulesTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final InstrumentId LTC = InstrumentId.of("LTC-USD.BITSTAMP");

    @Test
    void holdsRisksClockBeforeTheEarliestWaitingIntent() {
        var risk = new RiskClock();
        assertThat(risk.at(BTC, 1000)).isEqualTo(1000);
        risk.add("alpha", intent(BTC, 700, 2));
        risk.add("beta", intent(BTC, 500, 1));
        risk.add("beta", intent(BTC, 500, 1));
        risk.add("alpha", intent(LTC, 100, 1));
        assertThat(risk.at(BTC, 1000)).isEqualTo(499);
        assertThat(risk.at(BTC, 300)).isEqualTo(300);
        assertThat(risk.earliest("alpha")).isEqualTo(intent(LTC, 100, 1));
        risk.remove("beta", intent(BTC, 500, 1));
        assertThat(risk.at(BTC, 1000)).isEqualTo(699);
        assertThat(risk.earliest("beta")).isNull();
        risk.remove("alpha", intent(BTC, 700, 2));
        risk.remove("alpha", intent(BTC, 700, 2));
        assertThat(risk.at(BTC, 1000)).isEqualTo(1000);
    }

    @Test
    void matchesUpToTheMarketAndTheLatencyAfterTheLastDecision() {
        var market = new MarketTime(1000, 999);
        assertThat(VenueFrontier.at(market, 500, 50)).isEqualTo(550);
        assertThat(VenueFrontier.at(market, 990, 50)).isEqualTo(999);
        assertThat(VenueFrontier.at(market, VenueFrontier.decided(List.of(500L, InstrumentClocks.NEVER)), 50))
                .isEqualTo(InstrumentClocks.NEVER);
        assertThat(VenueFrontier.decided(List.of(500L, 400L))).isEqualTo(400);
    }

    @Test
    void tellsTheFrontierOnceItReachesWhatIsDecidedAndNotAgainBeyond() {
        assertThat(VenueFrontier.tells(499, 500, InstrumentClocks.NEVER)).isFalse();
        assertThat(VenueFrontier.tells(500, 500, InstrumentClocks.NEVER)).isTrue();
        assertThat(VenueFrontier.tells(500, 500, 500)).isFalse();
        assertThat(VenueFrontier.tells(510, 500, 500)).isTrue();
        assertThat(VenueFrontier.tells(520, 500, 510)).isFalse();
        assertThat(VenueFrontier.tells(600, 600, 510)).isTrue();
        assertThat(VenueFrontier.tells(600, InstrumentClocks.NEVER, 510)).isFalse();
    }

    @Test
    void takesClocksThatAdvanceAndKeepsThemOverARestart() {
        var store = new InMemoryTaskClocks();
        var clocks = new TaskClocks(store);
        assertThat(clocks.upstream(BTC, 100)).isTrue();
        assertThat(clocks.upstream(BTC, 100)).isFalse();
        assertThat(clocks.upstream(BTC, 90)).isFalse();
        assertThat(clocks.venue(BTC, 70)).isTrue();
        assertThat(clocks.sent(BTC, 60)).isTrue();
        var restarted = new TaskClocks(store);
        assertThat(restarted.of(BTC)).isEqualTo(new InstrumentClocks(BTC, 100, 70, false, false, 60));
        assertThat(restarted.of(LTC).upstreamNanos()).isEqualTo(InstrumentClocks.NEVER);
    }

    @Test
    void stopsWaitingForAClockThatWasGivenUpUntilItAdvances() {
        var clocks = new TaskClocks(new InMemoryTaskClocks());
        var upstream = new Awaited(Awaited.Source.UPSTREAM, BTC, 200);
        var venue = new Awaited(Awaited.Source.VENUE, BTC, 200);
        clocks.upstream(BTC, 100);
        clocks.giveUp(upstream);
        assertThat(clocks.isGivenUp(upstream)).isTrue();
        assertThat(clocks.isGivenUp(venue)).isFalse();
        clocks.giveUp(venue);
        clocks.upstream(BTC, 150);
        assertThat(clocks.isGivenUp(upstream)).isFalse();
        assertThat(clocks.isGivenUp(venue)).isTrue();
        clocks.venue(BTC, 10);
        assertThat(clocks.isGivenUp(venue)).isFalse();
    }

    @Test
    void findsTheHighestVersionInForce() {
        var versions = new Versions<String, String>();
        versions.put("p", 2, 200, "second");
        versions.put("p", 1, 100, "first");
        versions.put("p", 3, 150, "third, which holds earlier");
        assertThat(versions.at("p", 99)).isNull();
        assertThat(versions.at("p", 100)).isEqualTo("first");
        assertThat(versions.at("p", 150)).isEqualTo("third, which holds earlier");
        assertThat(versions.at("p", 300)).isEqualTo("third, which holds earlier");
        assertThat(versions.at("q", 300)).isNull();
        assertThat(versions.of("p")).containsExactly("first", "second", "third, which holds earlier");
        assertThat(versions.ids()).containsExactly("p");
    }

    private static Moment intent(InstrumentId instrument, long time, long ordinal) {
        return new Moment(time, Moment.Kind.INTENT, instrument.toString(), "rsi", ordinal);
    }
}
