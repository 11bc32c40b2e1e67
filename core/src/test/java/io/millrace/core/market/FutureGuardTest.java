package io.millrace.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.FutureGuard.Verdict;
import org.junit.jupiter.api.Test;

class FutureGuardTest {
    private static final long DAY = 86_400_000_000_000L;

    private final FutureGuard guard = new FutureGuard(DAY);
    private final FutureGuard.State state = new FutureGuard.State();

    private Verdict trade(long clock, long time) {
        return guard.trade(state, clock, time, 0);
    }

    @Test
    void theFirstTradeCannotBeJudged() {
        assertThat(trade(Long.MIN_VALUE, 100 * DAY)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void aTradeFarAheadIsHeldAndRefutedByTheNext() {
        assertThat(trade(0, DAY)).isEqualTo(Verdict.TAKE);
        assertThat(trade(0, DAY + 1)).isEqualTo(Verdict.HOLD);
        assertThat(trade(0, 5)).isEqualTo(Verdict.REFUTED);
        assertThat(trade(0, 5)).isEqualTo(Verdict.TAKE);
        assertThat(trade(0, 6)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void theNextTradeNearbyConfirmsIt() {
        assertThat(trade(0, 3 * DAY)).isEqualTo(Verdict.HOLD);
        assertThat(trade(0, 3 * DAY - 9)).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void aLaterOneConfirmsItHoweverFar() {
        assertThat(trade(0, 3 * DAY)).isEqualTo(Verdict.HOLD);
        assertThat(trade(0, 30 * DAY)).isEqualTo(Verdict.CONFIRMED);
        assertThat(trade(3 * DAY, 30 * DAY)).isEqualTo(Verdict.HOLD);
        assertThat(trade(3 * DAY, 30 * DAY + 1)).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void oneBetweenTheClockAndItAndFarFromBothRefutesItAndHasToBeConfirmedItself() {
        assertThat(trade(0, 30 * DAY)).isEqualTo(Verdict.HOLD);
        assertThat(trade(0, 3 * DAY)).isEqualTo(Verdict.REFUTED);
        assertThat(trade(0, 3 * DAY)).isEqualTo(Verdict.HOLD);
    }

    @Test
    void aClockThatComesNearConfirmsIt() {
        assertThat(trade(0, 3 * DAY)).isEqualTo(Verdict.HOLD);
        assertThat(guard.isConfirmedBy(state, DAY)).isFalse();
        assertThat(guard.isConfirmedBy(state, 2 * DAY)).isTrue();
        assertThat(guard.isConfirmedBy(state, 4 * DAY)).isFalse();
    }

    @Test
    void timesAtTheEndsOfTheCalendarDoNotOverflow() {
        assertThat(trade(Long.MIN_VALUE + 1, Long.MAX_VALUE)).isEqualTo(Verdict.HOLD);
    }
}
