package io.millrace.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private final AtomicLong nanos = new AtomicLong();
    private final CommitPace pace = new CommitPace(nanos::get);
    private final MockProcessorContext<Object, Object> task = new MockProcessorContext<>();
    private final MockProcessorContext<Object, Object> other = new MockProcessorContext<>();

    @Test
    void commitsAtOnceWhatCameAlone() {
        pace.polled(1);
        pace.taken();
        pace.want(task);
        pace.settle();

        assertThat(task.committed()).isTrue();
    }

    @Test
    void commitsTogetherWhatWasPolledTogether() {
        pace.polled(2);
        pace.taken();
        pace.want(task);
        pace.settle();
        assertThat(task.committed()).isFalse();

        pace.taken();
        pace.settle();
        assertThat(task.committed()).isTrue();
        assertThat(other.committed()).isFalse();
    }

    @Test
    void waitsNoLongerThanItsBoundHoweverMuchThereIsToTake() {
        pace.polled(1_000);
        pace.taken();
        pace.want(task);
        nanos.addAndGet(CommitPace.SHORTEST.toNanos());
        pace.taken();
        pace.want(other);
        pace.settle();

        assertThat(task.committed()).isTrue();
        assertThat(other.committed()).isTrue();
    }

    @Test
    void takesRecordsForAsLongAsTheLastCommitTook() {
        pace.polled(1_000);
        pace.taken();
        pace.want(task);
        nanos.addAndGet(CommitPace.SHORTEST.toNanos());
        pace.settle();
        nanos.addAndGet(5 * CommitPace.SHORTEST.toNanos());
        pace.taken();
        pace.want(other);
        nanos.addAndGet(4 * CommitPace.SHORTEST.toNanos());
        pace.settle();
        assertThat(other.committed()).isFalse();

        nanos.addAndGet(CommitPace.SHORTEST.toNanos());
        pace.settle();
        assertThat(other.committed()).isTrue();
    }

    @Test
    void asksForNoCommitThatNobodyWants() {
        pace.polled(1);
        pace.taken();
        pace.settle();

        assertThat(task.committed()).isFalse();
    }

    @Test
    void forgetsWhatATaskThatWentHadNotTaken() {
        pace.polled(10);
        pace.restart();
        pace.want(task);
        pace.settle();

        assertThat(task.committed()).isTrue();
    }
}
