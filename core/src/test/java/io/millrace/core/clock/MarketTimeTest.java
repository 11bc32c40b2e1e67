package io.millrace.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MarketTimeTest {
    @Test
    void leavesTheTimeOfATradeOpenForTheNext() {
        assertThat(MarketTime.NONE.trade(100)).isEqualTo(new MarketTime(100, 99));
        assertThat(MarketTime.NONE.trade(100).trade(100)).isEqualTo(new MarketTime(100, 99));
        assertThat(MarketTime.NONE.trade(100).trade(101)).isEqualTo(new MarketTime(101, 100));
    }

    @Test
    void endsTheTimeOfAClock() {
        assertThat(MarketTime.NONE.trade(100).clock(150)).isEqualTo(new MarketTime(150, 150));
        assertThat(MarketTime.NONE.trade(100).clock(100)).isEqualTo(new MarketTime(100, 100));
        assertThat(MarketTime.NONE.trade(100).clock(50)).isEqualTo(new MarketTime(100, 99));
    }

    @Test
    void countsALateTradeAtTheLatestTime() {
        assertThat(MarketTime.NONE.trade(100).of(90)).isEqualTo(100);
        assertThat(MarketTime.NONE.trade(100).clock(150).of(90)).isEqualTo(151);
        assertThat(MarketTime.NONE.trade(100).clock(150).of(150)).isEqualTo(151);
    }

    /** Positive is a trade, negative a clock: no trade counts in a time that was over. */
    @Property
    void neverTurnsBack(@ForAll List<@LongRange(min = -50, max = 50) Long> events) {
        var time = MarketTime.NONE;
        for (long event : events) {
            var before = time;
            if (event > 0) {
                assertThat(before.of(event)).isGreaterThan(before.overNanos()).isGreaterThanOrEqualTo(event);
                time = before.trade(event);
            } else {
                time = before.clock(-event);
            }
            assertThat(time.overNanos()).isGreaterThanOrEqualTo(before.overNanos());
            assertThat(time.latestNanos())
                    .isGreaterThanOrEqualTo(before.latestNanos())
                    .isGreaterThanOrEqualTo(time.overNanos());
        }
    }

    @Test
    void ofTwoKindsIsOverWhatIsOverForBoth() {
        var trades = MarketTime.NONE.trade(100);
        var quotes = MarketTime.NONE.clock(80);
        assertThat(trades.and(quotes)).isEqualTo(new MarketTime(100, 80));
        assertThat(trades.and(MarketTime.NONE).overNanos()).isEqualTo(InstrumentClocks.NEVER);
    }
}
