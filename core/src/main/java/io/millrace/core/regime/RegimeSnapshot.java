package io.millrace.core.regime;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import java.util.SortedMap;

/**
 * In which regime a model sees a market after one bar.
 *
 * @param barOpenNanos open time of the bar
 * @param eventTimeNanos when it was known, in event time
 * @param barType type of the bar, see {@link Bar#type()}
 * @param barOrdinal number of the bar among those of its type, see {@link Bar#ordinal()}
 * @param revision of the bar, above 0 if it was restated
 * @param quality set of {@link io.millrace.core.market.QualityFlag}s of the bar
 * @param regime the most likely one; of several equally likely ones the first in the model's order
 * @param probabilities of every regime of the model given the bars up to this one; they add up to 1
 */
public record RegimeSnapshot(
        InstrumentId instrument,
        String modelId,
        long modelVersion,
        long intervalNanos,
        long barOpenNanos,
        long eventTimeNanos,
        String barType,
        long barOrdinal,
        int revision,
        int quality,
        String regime,
        SortedMap<String, Double> probabilities) {}
