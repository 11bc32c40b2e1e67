package io.millrace.core.indicator;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import java.util.SortedMap;

/**
 * The values of the ready indicators after one bar.
 *
 * @param barOpenNanos open time of the bar
 * @param eventTimeNanos when they were known, in event time
 * @param barType type of the bar, see {@link Bar#type()}
 * @param barOrdinal number of the bar among those of its type, see {@link Bar#ordinal()}
 * @param revision of the bar, above 0 if it was restated
 * @param quality set of {@link io.millrace.core.market.QualityFlag}s of the bar
 * @param values by indicator name ({@code rsi(14)}, {@code macd(12,26,9).signal}); one that still warms up is absent
 */
public record IndicatorSnapshot(
        InstrumentId instrument,
        long intervalNanos,
        long barOpenNanos,
        long eventTimeNanos,
        String barType,
        long barOrdinal,
        int revision,
        int quality,
        SortedMap<String, Double> values) {
    /** What was known after a bar. */
    public static IndicatorSnapshot of(Bar bar, long eventTimeNanos, SortedMap<String, Double> values) {
        return new IndicatorSnapshot(
                bar.instrument(),
                bar.intervalNanos(),
                bar.openTimeNanos(),
                eventTimeNanos,
                bar.type(),
                bar.ordinal(),
                bar.revision(),
                bar.quality(),
                values);
    }
}
