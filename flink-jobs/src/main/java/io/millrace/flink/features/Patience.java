package io.millrace.flink.features;

import java.time.Duration;

/**
 * How long an instrument waits for another stream: for its own quotes, or for the benchmark. What waits must not grow for
 * ever where that stream does not exist, or has ended; but what has not been read yet is not what does not exist. So an
 * instrument goes on without the other stream only if both hold:
 *
 * <ul>
 *   <li>in event time, its own clock is further ahead than the bound ({@code --patience});
 *   <li>in the time of the machine, nothing was heard of the other stream for {@value #QUIET_MILLIS} ms while something
 *       waited, nor since the job was started: a stream that is read more slowly is still being read.
 * </ul>
 *
 * <p>What is decided without the other stream depends on when its records arrived, as nothing else in this job does. It
 * is flagged or counted, see {@link QuotedFeaturesFunction} and {@link BenchmarkFunction}.
 */
final class Patience {
    static final long QUIET_MILLIS = 60_000;

    private final long boundNanos;
    private boolean started;
    private long startedMillis;

    /** @param bound in event time */
    Patience(Duration bound) {
        boundNanos = bound.toNanos();
    }

    /** Whether nothing was heard for long; asked at every step, so that the first one tells when the job was started. */
    boolean isQuiet(long heardMillis, long nowMillis) {
        if (!started) {
            started = true;
            startedMillis = nowMillis;
        }
        return nowMillis - Math.max(heardMillis, startedMillis) >= QUIET_MILLIS;
    }

    /** What lies before this time has waited long enough. */
    long horizonNanos(long ownClockNanos) {
        return ownClockNanos < Long.MIN_VALUE + boundNanos ? Long.MIN_VALUE : ownClockNanos - boundNanos;
    }
}
