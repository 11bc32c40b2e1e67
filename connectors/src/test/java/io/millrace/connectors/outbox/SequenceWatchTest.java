package io.millrace.connectors.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceWatchTest {
    private final SequenceWatch watch = new SequenceWatch("", 0, 100);

    @Test
    void takesRowsThatCommitInAnotherOrderThanTheyWereNumbered() {
        assertThat(watch.isNew(1, 0)).isTrue();
        assertThat(watch.isNew(3, 0)).isTrue();
        assertThat(watch.isNew(2, 50)).isTrue();
        assertThat(watch.missing(1_000)).isEmpty();
    }

    @Test
    void reportsAHoleThatStaysOpenOnce() {
        watch.isNew(1, 0);
        watch.isNew(4, 0);
        assertThat(watch.missing(100)).isEmpty();
        assertThat(watch.missing(101)).containsExactly(2L, 3L);
        assertThat(watch.missing(1_000)).isEmpty();
    }

    @Test
    void knowsARowThatCameBefore() {
        watch.isNew(1, 0);
        watch.isNew(2, 0);
        assertThat(watch.isNew(1, 0)).isFalse();
        assertThat(watch.isNew(2, 0)).isFalse();
    }

    @Test
    void remembersHolesOverARestart() {
        watch.isNew(1, 0);
        watch.isNew(4, 0);
        var restarted = new SequenceWatch(watch.state(), 10, 100);
        assertThat(restarted.isNew(2, 20)).isTrue();
        assertThat(restarted.isNew(4, 20)).isFalse();
        assertThat(restarted.missing(111)).containsExactly(3L);
    }

    @Test
    void watchesOnlySoManyHoles() {
        watch.isNew(1_000_000_000, 0);
        assertThat(watch.missing(101)).hasSize(10_000);
    }
}
