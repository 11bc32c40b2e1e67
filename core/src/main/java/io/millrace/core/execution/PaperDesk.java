package io.millrace.core.execution;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one step of the venue works with: an instrument's orders and market, and the way out for reports. */
final class PaperDesk {
    private final InstrumentId instrument;
    private final PaperBook book;
    private final PaperModels models;
    private final Instruments instruments;
    private final PaperOutput output;
    private final MarketSource source;
    private final PaperGroups groups = new PaperGroups(this);
    private final SortedSet<String> reported = new TreeSet<>();
    private MarketSeen seen;

    PaperDesk(
            InstrumentId instrument,
            PaperBook book,
            MarketSeen seen,
            PaperModels models,
            Instruments instruments,
            PaperOutput output) {
        this.instrument = instrument;
        this.book = book;
        this.seen = seen;
        this.models = models;
        this.instruments = instruments;
        this.output = output;
        this.source = models.sources().of(instrument);
    }

    PaperBook book() {
        return book;
    }

    PaperModels models() {
        return models;
    }

    MarketSource source() {
        return source;
    }

    PaperOutput output() {
        return output;
    }

    PaperGroups groups() {
        return groups;
    }

    MarketSeen seen() {
        return seen;
    }

    void see(MarketEvent event) {
        seen = seen.after(event, book.nextRank());
    }

    /** Accounts that got a report. */
    SortedSet<String> reported() {
        return reported;
    }

    /** The instrument's rules at a time, null if there are none. */
    Instrument rules(long nanos) {
        return instruments.instrument(instrument, nanos);
    }

    /** Reports something other than a fill, and what it does to the order's group. */
    void report(PaperOrder order, ExecutionType type, long nanos, String reason) {
        var rules = rules(nanos);
        var currency = rules == null ? "" : rules.quoteCurrency();
        var after = send(order, order.report(type, nanos, currency, reason));
        if (after.state().isFinal()) {
            groups.ended(after, nanos);
        }
    }

    /** Reports a fill, and what it does to the order's group. Answers the order after it, null if it is final. */
    PaperOrder filled(PaperOrder order, ExecutionReport fill) {
        var after = send(order, fill);
        groups.filled(after, fill.lastQuantity(), fill.eventTimeNanos());
        if (after.state().isFinal()) {
            groups.ended(after, fill.eventTimeNanos());
        }
        return book.open(order.id());
    }

    /** Refuses to change an order that is final. */
    void refuse(PaperOrder finished, ExecutionType type, long nanos) {
        var rules = rules(nanos);
        var report =
                finished.report(type, nanos, rules == null ? "" : rules.quoteCurrency(), "UNKNOWN_ORDER already final");
        book.putFinished(finished.after(report));
        tell(report);
    }

    private PaperOrder send(PaperOrder order, ExecutionReport report) {
        var after = order.after(report);
        book.put(after);
        tell(report);
        return after;
    }

    private void tell(ExecutionReport report) {
        reported.add(report.accountId());
        output.report(report);
    }
}
