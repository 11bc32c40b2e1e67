package io.millrace.flink.trades;

import io.millrace.core.market.QualityFlag;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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

    /** Busts and corrections that restated a bar, and late trades that did. */
    static final String RESTATING = "trades_restating";
    /** Busts and corrections of trades that are not known or not remembered. */
    static final String UNKNOWN = "trades_unknown";
    /** Prefix of the findings of a kind: quality_outlier. */
    static final String QUALITY = "quality_";

    final Counter taken;
    final Counter duplicate;
    final Counter gaps;
    final Counter missing;
    final Counter late;
    final Counter poison;
    final Counter restating;
    final Counter unknown;
    private final Map<QualityFlag, Counter> found = new EnumMap<>(QualityFlag.class);

    TradeMetrics(MetricGroup group) {
        taken = group.counter(TAKEN);
        duplicate = group.counter(DUPLICATE);
        gaps = group.counter(GAPS);
        missing = group.counter(MISSING);
        late = group.counter(LATE);
        poison = group.counter(POISON);
        restating = group.counter(RESTATING);
        unknown = group.counter(UNKNOWN);
        for (var flag : QualityFlag.values()) {
            found.put(flag, group.counter(QUALITY + flag.name().toLowerCase(Locale.ROOT)));
        }
    }

    Counter found(QualityFlag flag) {
        return found.get(flag);
    }
}
