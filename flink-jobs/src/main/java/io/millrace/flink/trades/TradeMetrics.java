package io.millrace.flink.trades;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the first operator counts. */
final class TradeMetrics {
    /** Trades taken. */
    static final String TAKEN = "trades_taken";
    /** Trades dropped because their sequence was seen before. */
    static final String DUPLICATE = "trades_duplicate";
    /** Places where the source's sequence left numbers out. */
    static final String GAPS = "trades_gaps";
    /** Numbers that the source's sequence left out. */
    static final String MISSING = "trades_missing";
    /** Trades whose bar was closed already. */
    static final String LATE = "trades_late";
    /** Records that could not be used. */
    static final String POISON = "trades_poison";

    final Counter taken;
    final Counter duplicate;
    final Counter gaps;
    final Counter missing;
    final Counter late;
    final Counter poison;

    TradeMetrics(MetricGroup group) {
        taken = group.counter(TAKEN);
        duplicate = group.counter(DUPLICATE);
        gaps = group.counter(GAPS);
        missing = group.counter(MISSING);
        late = group.counter(LATE);
        poison = group.counter(POISON);
    }
}
