package io.millrace.verification.history;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.Account;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An account's way through what happened to it, in the order of event time: at one time its reports first, by
 * instrument, order and number, then the marks of the instruments it holds or has orders on.
 */
final class Walk {
    private final List<ExecutionReport> reports;
    private final Marks marks;
    private final List<Account> versions;
    private final Book book;
    /** Time up to which the marks of each instrument are taken. */
    private final Map<InstrumentId, Long> marked = new HashMap<>();

    private Valued valued = (nanos, ofBook) -> {};
    private int nextReport;
    private long now = Long.MIN_VALUE;

    /** Hears of the account's worth. */
    interface Valued {
        void at(long nanos, Book book);
    }

    /**
     * Starts before everything.
     *
     * @param reports in their order
     * @param versions of the account
     */
    Walk(List<ExecutionReport> reports, Marks marks, List<Account> versions) {
        this(reports, marks, versions, new Book());
    }

    private Walk(List<ExecutionReport> reports, Marks marks, List<Account> versions, Book book) {
        this.reports = reports;
        this.marks = marks;
        this.versions = versions;
        this.book = book;
    }

    /** The same way up to here, to go on in another. */
    Walk copy() {
        var copy = new Walk(reports, marks, versions, book.copy());
        copy.marked.putAll(marked);
        copy.nextReport = nextReport;
        copy.now = now;
        return copy;
    }

    /** Somebody wants to know the worth after each fill, and after each mark of what is held. */
    void onValue(Valued listener) {
        valued = listener;
    }

    Book book() {
        return book;
    }

    /** Takes everything up to and including a time. */
    void to(long nanos) {
        while (step(nanos)) {
            // every step does its work
        }
        reach(nanos);
    }

    /** Takes the next thing that happened up to and including a time; false if there is none. */
    boolean step(long untilNanos) {
        var report = nextReport < reports.size() ? reports.get(nextReport) : null;
        var mark = nextMark();
        if (report != null
                && report.eventTimeNanos() <= untilNanos
                && (mark == null || report.eventTimeNanos() <= mark.timeNanos())) {
            nextReport++;
            reach(report.eventTimeNanos());
            book.report(report);
            if (report.type().isFill()) {
                valued.at(report.eventTimeNanos(), book);
            }
            return true;
        }
        if (mark != null && mark.timeNanos() <= untilNanos) {
            marked.put(mark.instrument(), mark.timeNanos());
            reach(mark.timeNanos());
            book.mark(
                    mark.instrument(),
                    mark.mark() == null ? null : Exact.of(mark.mark().units()),
                    mark.timeNanos());
            if (book.holding(mark.instrument()).quantity().signum() != 0) {
                valued.at(mark.timeNanos(), book);
            }
            return true;
        }
        return false;
    }

    /** An order is open from now on: marks from here on concern the account. */
    void follow(InstrumentId instrument, long nanos) {
        marked.merge(instrument, nanos, Math::max);
    }

    private void reach(long nanos) {
        now = Math.max(now, nanos);
        Account inForce = null;
        for (var version : versions) {
            if (version.effectiveFromNanos() <= now && (inForce == null || version.version() > inForce.version())) {
                inForce = version;
            }
        }
        var deposit =
                inForce == null ? null : BigInteger.valueOf(inForce.deposit().units());
        if (deposit != null && !deposit.equals(book.deposits())) {
            book.fund(deposit, now);
        }
    }

    private Clock nextMark() {
        Clock next = null;
        for (var instrument : book.holdings().keySet()) {
            if (book.follows(instrument)) {
                var mark = marks.next(instrument, Math.max(now - 1, marked.getOrDefault(instrument, Long.MIN_VALUE)));
                if (mark != null && (next == null || isBefore(mark, next))) {
                    next = mark;
                }
            }
        }
        return next;
    }

    private static boolean isBefore(Clock one, Clock other) {
        return one.timeNanos() < other.timeNanos()
                || (one.timeNanos() == other.timeNanos()
                        && one.instrument()
                                        .toString()
                                        .compareTo(other.instrument().toString())
                                < 0);
    }
}
