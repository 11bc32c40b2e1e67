package io.millrace.flink.job;

import io.millrace.core.market.bar.BarType;
import io.millrace.core.market.calendar.InstrumentCalendars;
import java.time.Duration;
import java.util.List;

/**
 * Bars beside those of fixed intervals.
 *
 * @param types of the bars that something else than time closes
 * @param sessions lengths of the bars that begin with a session, ascending; a day stands for the whole session
 * @param calendars whose sessions
 */
public record MoreBars(List<BarType> types, List<Duration> sessions, InstrumentCalendars calendars) {
    /** The length that stands for a whole session. */
    public static final Duration WHOLE_SESSION = Duration.ofDays(1);

    /** None at all. */
    public static final MoreBars NONE = new MoreBars(List.of(), List.of(), InstrumentCalendars.parse(""));

    /**
     * Takes the arguments.
     *
     * @param intervals of the bars of fixed intervals, of which session bars are made; null if they were refused
     */
    static MoreBars take(Arguments arguments, List<Duration> intervals) {
        var types = arguments.take(
                "--bars", "", "bars that something else than time closes: tick(1000),value(1e6),...", Values::barTypes);
        var sessions = arguments.take(
                "--session-bars",
                "",
                "bars from the open of each session on, 1d for the whole: 1d,1h",
                text -> Values.sessionBars(text, intervals));
        var calendars = arguments.take(
                "--calendars",
                "",
                "of instruments or venues, others are open 24/7: ARCA=us-equities,GC.COMEX=cme-metals",
                Values::calendars);
        return new MoreBars(types, sessions, calendars);
    }

    /** What the bars of a session of that length carry as their type. */
    public static String sessionType(Duration length) {
        long minutes = length.toMinutes();
        var written = length.equals(WHOLE_SESSION)
                ? "1d"
                : !Duration.ofMinutes(minutes).equals(length)
                        ? length.toSeconds() + "s"
                        : minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
        return "session(" + written + ")";
    }
}
