package io.millrace.core.clock;

import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import java.util.Comparator;

/**
 * Where something that happens to an account stands in its order of events: by time, then kind, then instrument,
 * strategy and ordinal. What is known (a report, then a mark) comes before what is decided upon it (an intent). An exit
 * acts upon its entry: of a group the reports on its first order come before those on the others.
 *
 * @param timeNanos event time
 * @param instrument the instrument's text, empty for a command to a whole account
 * @param source an intent's strategy id, a report's order with the group it is of, a slice's parent order id, empty for a mark
 * @param ordinal an intent's ordinal, a report's or slice's number, 0 for a mark
 */
public record Moment(long timeNanos, Kind kind, String instrument, String source, long ordinal)
        implements Comparable<Moment> {
    /** In the order in which they are taken at one time. */
    public enum Kind {
        REPORT,
        MARK,
        INTENT,
        /** An intent that risk made itself of an order that an algorithm splits. */
        SLICE
    }

    /** Behind the id of a group, before that of an order in it which is not the first. */
    private static final String IN_GROUP = "|";

    private static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::timeNanos)
            .thenComparing(Moment::kind)
            .thenComparing(Moment::instrument)
            .thenComparing(Moment::source)
            .thenComparingLong(Moment::ordinal);

    /** When a mark is taken: at the time of the clock that brings it. */
    public static Moment ofMark(Clock clock) {
        return new Moment(clock.timeNanos(), Kind.MARK, clock.instrument().toString(), "", 0);
    }

    /** When an intent is taken: at its event time. */
    public static Moment of(OrderIntent intent) {
        return of(intent, intent.eventTimeNanos());
    }

    /** When an intent is taken that is taken as it arrives. */
    public static Moment of(OrderIntent intent, long arrivedNanos) {
        var instrument = intent.instrument() == null ? "" : intent.instrument().toString();
        return intent.isSlice()
                ? new Moment(arrivedNanos, Kind.SLICE, instrument, intent.parentOrderId(), intent.ordinal())
                : new Moment(arrivedNanos, Kind.INTENT, instrument, intent.strategyId(), intent.ordinal());
    }

    /** When a report is taken: at its event time. */
    public static Moment of(ExecutionReport report) {
        return new Moment(
                report.eventTimeNanos(),
                Kind.REPORT,
                report.instrument().toString(),
                report.orderId().equals(report.intentId())
                        ? report.intentId()
                        : report.intentId() + IN_GROUP + report.orderId(),
                report.reportNumber());
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
