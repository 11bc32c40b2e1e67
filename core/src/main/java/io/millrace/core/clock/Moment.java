package io.millrace.core.clock;

import java.util.Comparator;

/**
 * Where something that happens to an account stands in its order of events: by time, then kind, then instrument,
 * strategy and ordinal. What is known (a report, then a mark) comes before what is decided upon it (an intent).
 *
 * @param timeNanos event time
 * @param instrument the instrument's text
 * @param source an intent's strategy id, a report's order id, empty for a mark
 * @param ordinal an intent's ordinal, a report's number, 0 for a mark
 */
public record Moment(long timeNanos, Kind kind, String instrument, String source, long ordinal)
        implements Comparable<Moment> {
    /** In the order in which they are taken at one time. */
    public enum Kind {
        REPORT,
        MARK,
        INTENT
    }

    private static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::timeNanos)
            .thenComparing(Moment::kind)
            .thenComparing(Moment::instrument)
            .thenComparing(Moment::source)
            .thenComparingLong(Moment::ordinal);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
