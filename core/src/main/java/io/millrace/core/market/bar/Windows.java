package io.millrace.core.market.bar;

import io.millrace.core.market.calendar.Session;
import io.millrace.core.market.calendar.TradingCalendar;
import java.util.Optional;

/** Which stretch of time a larger bar covers. */
@FunctionalInterface
public interface Windows {
    /** [open, close). */
    record Window(long openNanos, long closeNanos) {}

    /** The window that a time is in; empty where nothing is built. */
    Optional<Window> at(long nanos);

    /** Windows of one length, aligned to the epoch. */
    static Windows of(long intervalNanos) {
        requirePositive(intervalNanos);
        return nanos -> {
            long open = Math.floorDiv(nanos, intervalNanos) * intervalNanos;
            return open > nanos || open > Long.MAX_VALUE - intervalNanos
                    ? Optional.empty()
                    : Optional.of(new Window(open, open + intervalNanos));
        };
    }

    /** Whole sessions. */
    static Windows sessions(TradingCalendar calendar) {
        return nanos -> calendar.sessionAt(nanos).map(session -> new Window(session.openNanos(), session.closeNanos()));
    }

    /** Parts of one length of each session, from its open on; the last ends with the session. */
    static Windows sessions(TradingCalendar calendar, long intervalNanos) {
        requirePositive(intervalNanos);
        return nanos -> calendar.sessionAt(nanos).map(session -> part(session, nanos, intervalNanos));
    }

    private static Window part(Session session, long nanos, long intervalNanos) {
        long into = nanos - session.openNanos();
        long open = nanos - into % intervalNanos;
        return new Window(
                open, intervalNanos < session.closeNanos() - open ? open + intervalNanos : session.closeNanos());
    }

    private static void requirePositive(long intervalNanos) {
        if (intervalNanos <= 0) {
            throw new IllegalArgumentException("an interval must be > 0 ns, was " + intervalNanos);
        }
    }
}
