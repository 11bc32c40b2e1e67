package io.millrace.core.market.calendar;

import java.util.List;
import java.util.Optional;

/**
 * When a market trades: sessions that do not overlap, in event time. Asked for the same session again and again it
 * answers without allocating; it may be shared between threads.
 *
 * <p>Time zones follow the Java runtime's tz database, so a replay under another release of it agrees as long as the
 * rules of the years replayed have not been amended.
 */
public interface TradingCalendar {
    /** Always open; a session is a UTC day. */
    TradingCalendar ALWAYS = Calendars.always();

    /**
     * The calendar of a name: {@code 24/7}, {@code 24/7(ZONE,HH:mm)} with another zone and start of the day, {@code
     * us-equities}, {@code cme-metals}, {@code cme-globex} or {@code fx}.
     *
     * @throws IllegalArgumentException if there is none of that name; the message says which there are
     */
    static TradingCalendar named(String word) {
        return Calendars.named(word);
    }

    /**
     * The calendar that people gave an instrument: {@link #ALWAYS} for an empty name; for one that nobody knows, one without
     * sessions, so that the instrument's orders are refused, and say so.
     */
    static TradingCalendar ofInstrument(String word) {
        if (word.isEmpty()) {
            return ALWAYS;
        }
        try {
            return named(word);
        } catch (IllegalArgumentException unknown) {
            return new NoSessions(word);
        }
    }

    /** How the names are written, for messages and pages. */
    static List<String> names() {
        return Calendars.USAGES;
    }

    /** What {@link #named} finds it by. */
    String name();

    /** The session that an instant is in. */
    Optional<Session> sessionAt(long nanos);

    /** Open of the session that an instant is in, {@link Long#MIN_VALUE} outside of sessions. */
    long sessionOpenNanos(long nanos);

    /** The first session that opens after an instant. */
    Optional<Session> nextSession(long nanos);

    /** The last session that closed at or before an instant. */
    Optional<Session> previousSession(long nanos);
}
