package io.millrace.connectors.marketdata;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Holds a replay back so that event time passes {@code speed} times as fast as the wall clock. */
final class Pace {
    /** As fast as it goes. */
    static final double FLAT_OUT = Double.POSITIVE_INFINITY;

    private final double speed;
    private final LongSupplier nanoClock;
    private boolean started;
    private long startNanos;
    private long firstEventNanos;

    Pace(double speed, LongSupplier nanoClock) {
        this.speed = speed;
        this.nanoClock = nanoClock;
    }

    /** Waits until an event is due; the first one sets the beginning. */
    void await(long eventTimeNanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (speed == FLAT_OUT) {
            return;
        }
        if (!started) {
            started = true;
            startNanos = nanoClock.getAsLong();
            firstEventNanos = eventTimeNanos;
        }
        long due = startNanos + (long) ((eventTimeNanos - firstEventNanos) / speed);
        for (long left = due - nanoClock.getAsLong(); left > 0; left = due - nanoClock.getAsLong()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
