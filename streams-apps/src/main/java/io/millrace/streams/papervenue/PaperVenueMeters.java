package io.millrace.streams.papervenue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.core.order.ExecutionReport;
import java.util.Locale;

/** What the paper venue counts. */
final class PaperVenueMeters {
    /** Counter, execution reports; tag type. */
    static final String REPORTS = "papervenue.reports";
    /** Counter, trades that came again and were dropped. */
    static final String DUPLICATE_TRADES = "papervenue.trades.duplicate";
    /** Counter, trades that the source numbered but that never came. */
    static final String MISSING_TRADES = "papervenue.trades.missing";
    /** Counter, quotes that came again and were dropped. */
    static final String DUPLICATE_QUOTES = "papervenue.quotes.duplicate";
    /** Counter, trades and quotes stamped too far ahead that nothing confirmed. */
    static final String FUTURE_TRADES = "papervenue.trades.future";
    /** Counter, commands that changed nothing; tag reason. */
    static final String DROPPED_COMMANDS = "papervenue.commands.dropped";

    private final MeterRegistry meters;
    private final Counter duplicateTrades;
    private final Counter missingTrades;
    private final Counter duplicateQuotes;
    private final Counter futureEvents;

    PaperVenueMeters(MeterRegistry meters) {
        this.meters = meters;
        duplicateTrades = meters.counter(DUPLICATE_TRADES);
        missingTrades = meters.counter(MISSING_TRADES);
        duplicateQuotes = meters.counter(DUPLICATE_QUOTES);
        futureEvents = meters.counter(FUTURE_TRADES);
    }

    void reported(ExecutionReport report) {
        meters.counter(REPORTS, "type", report.type().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void duplicateTrade() {
        duplicateTrades.increment();
    }

    void missingTrades(long count) {
        missingTrades.increment((double) count);
    }

    void duplicateQuote() {
        duplicateQuotes.increment();
    }

    void futureEvent() {
        futureEvents.increment();
    }

    void dropped(String reason) {
        meters.counter(DROPPED_COMMANDS, "reason", reason).increment();
    }
}
