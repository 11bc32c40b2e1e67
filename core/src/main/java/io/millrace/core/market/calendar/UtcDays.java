package io.millrace.core.market.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Always open; a session is a UTC day, whose open is computed without a table and without allocating. */
final class UtcDays implements TradingCalendar {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** The days that fit a count of nanoseconds from their first instant to their last. */
    private static final long FIRST_DAY = Long.MIN_VALUE / DAY_NANOS;

    private static final long LAST_DAY = Long.MAX_VALUE / DAY_NANOS - 1;

    private final String name;

    /** The last answer; threads may overwrite each other's, which costs time alone. */
    private Optional<Session> recent = Optional.empty();

    UtcDays(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Session> sessionAt(long nanos) {
        var session = recent;
        if (session.isEmpty() || !session.get().contains(nanos)) {
            session = day(Math.floorDiv(nanos, DAY_NANOS));
            recent = session;
        }
        return session;
    }

    @Override
    public long sessionOpenNanos(long nanos) {
        long day = Math.floorDiv(nanos, DAY_NANOS);
        return fits(day) ? day * DAY_NANOS : Long.MIN_VALUE;
    }

    @Override
    public Optional<Session> nextSession(long nanos) {
        return day(Math.floorDiv(nanos, DAY_NANOS) + 1);
    }

    @Override
    public Optional<Session> previousSession(long nanos) {
        return day(Math.floorDiv(nanos, DAY_NANOS) - 1);
    }

    private static boolean fits(long day) {
        return FIRST_DAY <= day && day <= LAST_DAY;
    }

    private static Optional<Session> day(long day) {
        return fits(day)
                ? Optional.of(new Session(day * DAY_NANOS, (day + 1) * DAY_NANOS, LocalDate.ofEpochDay(day)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
