package io.millrace.connectors.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void waitsUntilTheEventIsDueAtItsSpeed() throws InterruptedException {
        var clock = new ArrayDeque<>(List.of(0L, 0L, 5_000_000L, 10_000_000L));
        var pace = new Pace(1_000, clock::remove);
        pace.await(7 * SECOND);
        pace.await(17 * SECOND);
        assertThat(clock).as("asked until 10 s / 1,000 had passed").isEmpty();
    }

    @Test
    void doesNotLookAtTheClockFlatOut() throws InterruptedException {
        var pace = new Pace(Pace.FLAT_OUT, () -> {
            throw new AssertionError("asked for the time");
        });
        pace.await(0);
        pace.await(Long.MAX_VALUE);
    }

    @Test
    void endsWhenInterrupted() {
        var pace = new Pace(1, System::nanoTime);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pace.await(0)).isInstanceOf(InterruptedException.class);
    }
}
