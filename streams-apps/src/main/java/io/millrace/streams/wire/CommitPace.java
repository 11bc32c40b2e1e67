package io.millrace.streams.wire;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a thread commits what somebody waits for: as soon as it has taken everything that was polled, or has taken records
 * for {@link #SHORTEST}, or for as long as the last commit took if that is longer. A single intent is committed at once;
 * under load, what came together shares one transaction, and commits never take more than about half of the time. A commit
 * costs some requests to the broker however much is in it: one for each record would bound the rate at a few hundred a
 * second.
 *
 * <p>The number of records that were polled but not taken may be too high after a rebalance, since a task that goes takes
 * its records with it; then the time bounds the wait until a task starts.
 */
final class CommitPace {
    static final Duration SHORTEST = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMillis(50);

    private static final ThreadLocal<CommitPace> OF_THREAD =
            ThreadLocal.withInitial(() -> new CommitPace(System::nanoTime));

    private final Set<ProcessorContext<?, ?>> wanting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final LongSupplier nanoTime;
    private int untaken;
    private long sinceNanos;
    private long askedNanos;
    private long boundNanos = SHORTEST.toNanos();
    private boolean asked;

    CommitPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** That of the calling thread: a thread's tasks commit together. */
    static CommitPace ofThread() {
        return OF_THREAD.get();
    }

    /** A task starts. */
    void restart() {
        wanting.clear();
        untaken = 0;
        asked = false;
    }

    void polled(int records) {
        untaken += records;
    }

    /** One of the polled records is being taken. */
    void taken() {
        if (untaken > 0) {
            untaken--;
            if (asked) {
                // There was more to take when the commit was asked for, so nothing but the commit lies between.
                long tookNanos = nanoTime.getAsLong() - askedNanos;
                boundNanos = Math.min(Math.max(tookNanos, SHORTEST.toNanos()), LONGEST.toNanos());
            }
        }
        asked = false;
    }

    /** Somebody waits for output of this task. */
    void want(ProcessorContext<?, ?> task) {
        if (wanting.isEmpty()) {
            sinceNanos = nanoTime.getAsLong();
        }
        wanting.add(task);
    }

    /** To be called after every step and every few milliseconds: asks for the commit if it is time. */
    void settle() {
        if (!wanting.isEmpty() && (untaken == 0 || nanoTime.getAsLong() - sinceNanos >= boundNanos)) {
            wanting.forEach(ProcessorContext::commit);
            wanting.clear();
            asked = untaken > 0;
            askedNanos = nanoTime.getAsLong();
        }
    }
}
