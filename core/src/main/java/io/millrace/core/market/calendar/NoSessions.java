package io.millrace.core.market.calendar;

import java.util.Optional;

/** The calendar of a market that never trades. */
record NoSessions(String name) implements TradingCalendar {
    @Override
    public Optional<Session> sessionAt(long nanos) {
        return Optional.empty();
    }

    @Override
    public long sessionOpenNanos(long nanos) {
        return Long.MIN_VALUE;
    }

    @Override
    public Optional<Session> nextSession(long nanos) {
        return Optional.empty();
    }

    @Override
    public Optional<Session> previousSession(long nanos) {
        return Optional.empty();
    }
}
