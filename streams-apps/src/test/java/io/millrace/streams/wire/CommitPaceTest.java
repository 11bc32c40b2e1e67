package io.millrace.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
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

        assertThat(other.committed()).isTrue();
    }

    @Test
    void commitsWhatTheRoundStillTookWithWhatWasAskedFor() {
        pace.polled(1_000);
        takeAndWant(task);
        nanos.addAndGet(CommitPace.SHORTEST.toNanos());
        pace.settle();
        assertThat(task.committed()).isTrue();

        takeAndWant(task);
        takeAndWant(other);
        pace.committed();
        task.resetCommit();
        other.resetCommit();

        takeAndWant(task);
        assertThat(task.committed() || other.committed()).isFalse();
        pace.committed();
        pace.polled(1);
        pace.taken();
        pace.settle();
        assertThat(task.committed() || other.committed()).isFalse();
    }

    @Test
    void takesRecordsForAsLongAsTheLastCommitTook() {
        pace.polled(1_000);
        takeAndWant(task);
        nanos.addAndGet(5 * CommitPace.SHORTEST.toNanos());
        pace.committed();
        task.resetCommit();

        takeAndWant(task);
        nanos.addAndGet(4 * CommitPace.SHORTEST.toNanos());
        pace.settle();
        assertThat(task.committed()).isFalse();
        nanos.addAndGet(CommitPace.SHORTEST.toNanos());
        pace.settle();
        assertThat(task.committed()).isTrue();
    }

    @Test
    void measuresTheCommitAloneHoweverLongTheRoundTook() {
        pace.polled(1_000);
        takeAndWant(task);
        nanos.addAndGet(10 * CommitPace.SHORTEST.toNanos());
        takeAndWant(task);
        pace.committed();
        task.resetCommit();

        takeAndWant(task);
        nanos.addAndGet(CommitPace.SHORTEST.toNanos());
        pace.settle();
        assertThat(task.committed()).isTrue();
    }

    @Test
    void commitsALittleLaterWhatIsWantedSoon() {
        pace.polled(1);
        pace.taken();
        pace.wantSoon(task);
        pace.settle();
        assertThat(task.committed()).isFalse();

        nanos.addAndGet(CommitPace.SOON.toNanos());
        pace.settle();
        assertThat(task.committed()).isTrue();
    }

    @Test
    void commitsAtOnceWhatIsWantedSoonWithWhatIsWantedNow() {
        pace.polled(2);
        pace.taken();
        pace.wantSoon(task);
        pace.settle();
        takeAndWant(other);

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
    void forgetsAtTheNextPollWhatATaskThatWentHadNotTaken() {
        pace.polled(10);
        pace.polled(1);
        takeAndWant(task);

        assertThat(task.committed()).isTrue();
    }

    @Test
    void forgetsATaskThatGoes() {
        pace.polled(2);
        takeAndWant(task);
        pace.forget(task);
        pace.polled(0);
        pace.settle();

        assertThat(task.committed()).isFalse();
    }

    private void takeAndWant(ProcessorContext<?, ?> wanting) {
        pace.taken();
        pace.want(wanting);
        pace.settle();
    }
}
