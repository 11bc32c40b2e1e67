package io.millrace.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.market.InMemoryRetention;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarTimelineTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.TEST");
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final BarTimeline timeline = new BarTimeline(List.of(5 * MINUTE, MINUTE), SECOND);
    private final BarTimeline.State state = new BarTimeline.State();
    private final InMemoryRetention kept = new InMemoryRetention();
    private final List<String> out = new ArrayList<>();

    @Test
    void clockFollowsTheBarsOfOneEnd() {
        add(4 * MINUTE, "100");
        add(5 * MINUTE + SECOND, "101");

        assertThat(out).containsExactly("1m@240", "5m@0", "clock 301 at 100");
    }

    @Test
    void barsThatCloseTogetherLeaveInTheOrderOfTheirEnds() {
        add(0, "100");
        add(2 * MINUTE, "101");
        out.clear();
        add(60 * MINUTE, "102");

        assertThat(out).containsExactly("1m@120", "clock 181 at 101", "5m@0", "clock 301 at 101");
    }

    @Test
    void marketClockLeavesBehindWhatItClosesAndNeverGoesBack() {
        add(0, "100");
        advance(10 * MINUTE);
        advance(9 * MINUTE);
        advance(10 * MINUTE);

        assertThat(out).containsExactly("1m@0", "clock 61 at 100", "5m@0", "clock 301 at 100", "clock 600 at 100");
    }

    @Test
    void clockBeforeTheFirstTradeHasNoMark() {
        advance(MINUTE);

        assertThat(out).containsExactly("clock 60 at null");
    }

    @Test
    void lateTradeIsInNoBar() {
        add(0, "100");
        add(MINUTE + SECOND, "100");

        assertThat(add(MINUTE - 1, "500")).isEqualTo(Outcome.LATE);
        assertThat(timeline.lagNanos(state, trade(MINUTE - 1, "500"))).isEqualTo(SECOND + 1);
        out.clear();
        advance(10 * MINUTE);
        assertThat(out).contains("5m@0").doesNotContain("high 500");
    }

    @Test
    void lateBustedAndCorrectedTradesRestateEveryBarThatHoldsThem() {
        var restating = new BarTimeline(List.of(MINUTE, 5 * MINUTE), SECOND, 10 * MINUTE, QualityRules.STANDARD);
        var said = new ArrayList<String>();
        var output = new BarTimeline.Output() {
            @Override
            public void bar(Bar bar, long knownAtNanos) {
                said.add("%dm r%d %s..%s n%d %s"
                        .formatted(
                                bar.intervalNanos() / MINUTE,
                                bar.revision(),
                                bar.low(),
                                bar.high(),
                                bar.tradeCount(),
                                QualityFlag.names(bar.quality())));
            }

            @Override
            public void clock(Clock clock) {}
        };
        restating.add(state, trade(1, 10 * SECOND, "100"), 0, kept, output);
        restating.add(state, trade(2, 20 * SECOND, "101"), 0, kept, output);
        restating.add(state, trade(3, 5 * MINUTE + 2 * SECOND, "102"), 0, kept, output);
        assertThat(said).containsExactly("1m r0 100..101 n2 []", "5m r0 100..101 n2 []");
        said.clear();

        assertThat(restating.add(state, trade(4, 30 * SECOND, "90"), 0, kept, output))
                .isEqualTo(Outcome.RESTATED);
        restating.add(state, action(5, TradeAction.BUST, 2, "1"), 0, kept, output);
        restating.add(state, action(6, TradeAction.CORRECT, 1, "99"), 0, kept, output);
        assertThat(said)
                .containsExactly(
                        "1m r1 90..101 n3 [LATE]",
                        "5m r1 90..101 n3 [LATE]",
                        "1m r2 90..100 n2 [LATE]",
                        "5m r2 90..100 n2 [LATE]",
                        "1m r3 90..99 n2 [LATE]",
                        "5m r3 90..99 n2 [LATE]");
        said.clear();

        restating.add(state, action(7, TradeAction.BUST, 1, "1"), 0, kept, output);
        restating.add(state, action(8, TradeAction.BUST, 4, "1"), 0, kept, output);
        assertThat(said).as("gone, with the prices it had").endsWith("1m r5 90..90 n0 []", "5m r5 90..90 n0 []");
        assertThat(restating.add(state, action(9, TradeAction.BUST, 4, "1"), 0, kept, output))
                .isEqualTo(Outcome.UNKNOWN);
        restating.advance(state, Clock.of(BTC, 12 * MINUTE), kept, output);
        assertThat(restating.add(state, trade(10, 40 * SECOND, "90"), 0, kept, output))
                .as("beyond the horizon")
                .isEqualTo(Outcome.LATE);
    }

    @Test
    void aCorrectionOfATradeWhoseBarIsOpenIsInItsFirstStatement() {
        var restating = new BarTimeline(List.of(MINUTE), SECOND, 10 * MINUTE, QualityRules.STANDARD);
        restating.add(state, trade(1, 10 * SECOND, "100"), 0, kept, new Output());
        restating.add(state, trade(2, 20 * SECOND, "500"), 0, kept, new Output());
        restating.add(state, trade(3, 30 * SECOND, "100"), 0, kept, new Output());
        restating.add(state, action(4, TradeAction.BUST, 2, "1"), 0, kept, new Output());
        restating.advance(state, Clock.of(BTC, 2 * MINUTE), kept, new Output());

        assertThat(out).containsExactly("1m@0", "clock 61 at 100", "clock 120 at 100");
    }

    private static Trade action(long sequence, TradeAction action, long refersTo, String price) {
        return new Trade(BTC, 0, sequence, Price.of(price), Quantity.of("1"), AggressorSide.UNKNOWN, action, refersTo);
    }

    @Test
    void refusesIntervalsThatDoNotNest() {
        assertThatThrownBy(() -> new BarTimeline(List.of(2 * MINUTE, 3 * MINUTE), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple of the smallest");
    }

    @Test
    void tradesLeaveOnceInTheirOrderBetweenTheBars() {
        var seen = new ArrayList<String>();
        var output = new BarTimeline.Output() {
            @Override
            public void trade(SettledTrade trade) {
                seen.add(trade.sequence() + (trade.side() > 0 ? "+" : trade.side() < 0 ? "-" : "?"));
            }

            @Override
            public void bar(Bar bar, long knownAtNanos) {
                seen.add(bar.intervalNanos() / MINUTE + "m@" + bar.openTimeNanos() / SECOND);
            }

            @Override
            public void clock(Clock clock) {}
        };
        timeline.add(state, trade(1, 10 * SECOND, "100"), output);
        timeline.add(state, trade(3, 11 * SECOND, "99"), output);
        timeline.add(state, trade(2, 10 * SECOND, "101"), output);
        assertThat(seen).isEmpty();
        timeline.add(state, trade(4, 70 * SECOND, "99"), output);
        assertThat(seen).containsExactly("1?", "2+", "3-", "1m@0");
        timeline.add(state, trade(5, 65 * SECOND, "90"), output);
        assertThat(seen).endsWith("1m@0", "5?");
        seen.clear();
        timeline.advance(state, Clock.of(BTC, 10 * MINUTE), output);
        assertThat(seen).containsExactly("4-", "1m@60", "5m@0");
    }

    private static Trade trade(long sequence, long timeNanos, String price) {
        return new Trade(BTC, timeNanos, sequence, Price.of(price), Quantity.of("1"), AggressorSide.UNKNOWN);
    }

    private Outcome add(long timeNanos, String price) {
        return timeline.add(state, trade(timeNanos, price), new Output());
    }

    private void advance(long timeNanos) {
        timeline.advance(state, Clock.of(BTC, timeNanos), new Output());
    }

    private static Trade trade(long timeNanos, String price) {
        return new Trade(BTC, timeNanos, 1, Price.of(price), Quantity.of("1"), AggressorSide.BUYER);
    }

    private final class Output implements BarTimeline.Output {
        @Override
        public void bar(Bar bar, long knownAtNanos) {
            assertThat(knownAtNanos).isEqualTo(bar.endTimeNanos() + SECOND);
            out.add(bar.intervalNanos() / MINUTE + "m@" + bar.openTimeNanos() / SECOND);
            if (bar.high().compareTo(Price.of("400")) > 0) {
                out.add("high " + bar.high());
            }
        }

        @Override
        public void clock(Clock clock) {
            out.add("clock " + clock.timeNanos() / SECOND + " at " + clock.mark());
        }
    }
}
