package io.millrace.core.execution;

import io.millrace.core.order.Action;

/**
 * How long a command takes to act at a venue after it was decided.
 *
 * @param submitNanos of an order; at least 1: what acts at once could be answered before it is decided
 * @param cancelNanos of a cancel or a replace, at least 1. One that overtakes its order waits for it
 */
public record LatencyModel(long submitNanos, long cancelNanos) {
    public LatencyModel {
        if (submitNanos < 1 || cancelNanos < 1) {
            throw new IllegalArgumentException("latency must be >= 1 ns, was " + Math.min(submitNanos, cancelNanos));
        }
    }

    /** The same for all commands. */
    public LatencyModel(long nanos) {
        this(nanos, nanos);
    }

    /** The shortest: nothing acts before it has passed. */
    public long nanos() {
        return Math.min(submitNanos, cancelNanos);
    }

    /** When a command acts that was decided at a time. */
    public long actsAt(Action action, long decidedNanos) {
        return Math.addExact(decidedNanos, action == Action.SUBMIT ? submitNanos : cancelNanos);
    }
}
