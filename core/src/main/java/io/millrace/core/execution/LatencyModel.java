package io.millrace.core.execution;

/**
 * How long a command takes to act at a venue after it was decided.
 *
 * @param nanos at least 1: what acts at once could be answered before it is decided
 */
public record LatencyModel(long nanos) {
    public LatencyModel {
        if (nanos < 1) {
            throw new IllegalArgumentException("latency must be >= 1 ns, was " + nanos);
        }
    }

    /** When a command acts that was decided at a time. */
    public long actsAt(long decidedNanos) {
        return Math.addExact(decidedNanos, nanos);
    }
}
