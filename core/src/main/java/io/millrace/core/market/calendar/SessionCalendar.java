package io.millrace.core.market.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** The sessions that a rule and a time zone make. */
final class SessionCalendar implements TradingCalendar {
    private static final long SECOND = 1_000_000_000L;

    /** No market of these was ever closed for longer. */
    private static final int LONGEST_CLOSURE_DAYS = 14;

    /** A session, or the gap between two. */
    private record Span(long fromNanos, long toNanos, Optional<Session> session) {
        boolean contains(long nanos) {
            return fromNanos <= nanos && nanos < toNanos;
        }
    }

    private final String name;
    private final ZoneId zone;
    private final SessionRule rule;

    /**
     * Where the last answer was: questions come in order of time. Threads may overwrite each other's, which costs time
     * alone, since a span is immutable.
     */
    private Span recent = new Span(0, 0, Optional.empty());

    SessionCalendar(String name, ZoneId zone, SessionRule rule) {
        this.name = name;
        this.zone = zone;
        this.rule = rule;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Session> sessionAt(long nanos) {
        return spanAt(nanos).session();
    }

    @Override
    public long sessionOpenNanos(long nanos) {
        var span = spanAt(nanos);
        return span.session().isPresent() ? span.fromNanos() : Long.MIN_VALUE;
    }

    @Override
    public Optional<Session> nextSession(long nanos) {
        var date = dateAt(nanos);
        for (int days = -1; days <= LONGEST_CLOSURE_DAYS; days++) {
            var session = sessionOn(date.plusDays(days));
            if (session.isPresent() && session.get().openNanos() > nanos) {
                return session;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Session> previousSession(long nanos) {
        var date = dateAt(nanos);
        for (int days = -1; days <= LONGEST_CLOSURE_DAYS; days++) {
            var session = sessionOn(date.minusDays(days));
            if (session.isPresent() && session.get().closeNanos() <= nanos) {
                return session;
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }

    private Span spanAt(long nanos) {
        var span = recent;
        if (!span.contains(nanos)) {
            span = find(nanos);
            recent = span;
        }
        return span;
    }

    private Span find(long nanos) {
        var date = dateAt(nanos);
        for (int days = -1; days <= 1; days++) {
            var session = sessionOn(date.plusDays(days));
            if (session.isPresent() && session.get().contains(nanos)) {
                return new Span(session.get().openNanos(), session.get().closeNanos(), session);
            }
        }
        return new Span(
                previousSession(nanos).map(Session::closeNanos).orElse(Long.MIN_VALUE),
                nextSession(nanos).map(Session::openNanos).orElse(Long.MAX_VALUE),
                Optional.empty());
    }

    private LocalDate dateAt(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND)).atZone(zone).toLocalDate();
    }

    /** A session that does not fit a count of nanoseconds does not exist. */
    private Optional<Session> sessionOn(LocalDate date) {
        var hours = rule.on(date);
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Session(nanosAt(hours.get().open()), nanosAt(hours.get().close()), date));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private long nanosAt(LocalDateTime time) {
        var instant = time.atZone(zone).toInstant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
