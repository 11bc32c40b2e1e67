package io.millrace.gateway.json;

import java.time.Instant;

/** Carries times between nanoseconds since the epoch and ISO-8601. */
public final class EventTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private EventTime() {}

    /**
     * Nanoseconds since the epoch.
     *
     * @throws ArithmeticException before the year 1678 and after 2261
     */
    public static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }

    /** ISO-8601 in UTC. */
    public static String text(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
                .toString();
    }
}
