package io.millrace.streams.wire;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a thread commits what somebody waits for: as soon as it has taken everything that was polled, or has taken records
 * for {@link #SHORTEST}, or for as long as the last commit took if that is longer. A single intent is committed at once;
 * under load, what came together shares one transaction, and commits never take more than about half of the time. A commit
 * costs some requests to the broker however much is in it: one for each record would bound the rate at a few hundred a
 * second.
 *
 * <p>A thread polls, then goes round: some records of each task, punctuators, a commit of all tasks if any has asked for one.
 * It polls again when no task has a record left. So what was asked for is committed after some further records, which are
 * committed with it, and a poll begins with nothing untaken; {@link PacedClients} tells both moments.
 */
final class CommitPace {
    static final Duration SHORTEST = Duration.ofMillis(2);
    static final Duration SOON = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMillis(50);

    private static final ThreadLocal<CommitPace> OF_THREAD =
            ThreadLocal.withInitial(() -> new CommitPace(System::nanoTime));

    private final LongSupplier nanoTime;
    /** The last one that wants a commit, null if none does; its commit is that of all. */
    private ProcessorContext<?, ?> waiting;

    private long dueNanos;
    private long settledNanos;
    private long boundNanos = SHORTEST.toNanos();
    private int untaken;

    CommitPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** That of the calling thread: a thread's tasks commit together. */
    static CommitPace ofThread() {
        return OF_THREAD.get();
    }

    /** A poll has returned; what earlier ones returned has been taken, or has gone with its task. */
    void polled(int records) {
        untaken = records;
    }

    /** One of the polled records is being taken. */
    void taken() {
        untaken--;
    }

    /** Somebody waits for output of this task. */
    void want(ProcessorContext<?, ?> task) {
        want(task, nanoTime.getAsLong());
    }

    /** Somebody will wait for output of this task {@link #SOON}. */
    void wantSoon(ProcessorContext<?, ?> task) {
        want(task, nanoTime.getAsLong() + SOON.toNanos());
    }

    private void want(ProcessorContext<?, ?> task, long nanos) {
        if (waiting == null || nanos - dueNanos < 0) {
            dueNanos = nanos;
        }
        waiting = task;
    }

    /** To be called after every step and every few milliseconds: asks for the commit if it is time. */
    void settle() {
        settledNanos = nanoTime.getAsLong();
        long lateNanos = settledNanos - dueNanos;
        if (waiting != null && lateNanos >= 0 && (untaken <= 0 || lateNanos >= boundNanos)) {
            waiting.commit();
        }
    }

    /** Everything so far is committed; since the last step the thread has done nothing else. */
    void committed() {
        long tookNanos = nanoTime.getAsLong() - settledNanos;
        boundNanos = Math.min(Math.max(tookNanos, SHORTEST.toNanos()), LONGEST.toNanos());
        waiting = null;
    }

    /** A task goes: with a commit, or what it did is undone. */
    void forget(ProcessorContext<?, ?> task) {
        if (waiting == task) {
            waiting = null;
        }
    }
}
