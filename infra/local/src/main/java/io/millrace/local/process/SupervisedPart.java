package io.millrace.local.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A part while the platform runs. */
abstract class SupervisedPart {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile boolean stopping;

    abstract Part part();

    /** Brings it up and returns once it is ready. */
    abstract void bringUp() throws Exception;

    /** Ends it; nothing brings it up any more. */
    abstract void shutDown() throws Exception;

    /** Completes when it is ready for the first time, or fails when it cannot be. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Completes {@link #ready}; if it cannot, {@code failure} too. */
    void startFirstTime(Progress progress, CompletableFuture<Void> failure) {
        long start = System.nanoTime();
        try {
            bringUp();
            progress.ready(part().name(), Duration.ofNanos(System.nanoTime() - start));
            ready.complete(null);
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            ready.completeExceptionally(e);
            failure.completeExceptionally(e);
        }
    }

    void stop(Progress progress) {
        stopping = true;
        try {
            shutDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            progress.notice(part().name(), "did not stop well: " + e.getMessage());
        }
    }

    /** Tries until it is up again; the pauses between attempts grow. */
    void bringUpAgain(Executor threads, Progress progress, Duration pause) {
        if (stopping) {
            return;
        }
        try {
            bringUp();
            progress.notice(part().name(), "is back");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (stopping) {
                return;
            }
            progress.notice(part().name(), e instanceof PartFailedException failed ? failed.what() : e.toString());
            var next = longer(pause);
            CompletableFuture.delayedExecutor(next.toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> bringUpAgain(threads, progress, next));
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
