package io.millrace.core.indicator;

import io.millrace.core.market.InstrumentId;
import java.util.SortedMap;

/**
 * The values of the ready indicators after one bar.
 *
 * @param barOpenNanos open time of the bar
 * @param eventTimeNanos when they were known, in event time
 * @param values by indicator name ({@code rsi(14)}, {@code macd(12,26,9).signal}); one that still warms up is absent
 */
public record IndicatorSnapshot(
        InstrumentId instrument,
        long intervalNanos,
        long barOpenNanos,
        long eventTimeNanos,
        SortedMap<String, Double> values) {}
