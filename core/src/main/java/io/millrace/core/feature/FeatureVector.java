package io.millrace.core.feature;

import io.millrace.core.market.InstrumentId;
import java.util.SortedMap;

/**
 * What a model sees after one bar.
 *
 * @param featureSet name of the set of features
 * @param featureSetVersion grows by one whenever a feature is added, removed or computed differently
 * @param barOpenNanos open time of the bar
 * @param eventTimeNanos when they were known, in event time
 * @param values by feature name; one that still warms up is absent
 */
public record FeatureVector(
        InstrumentId instrument,
        String featureSet,
        int featureSetVersion,
        long intervalNanos,
        long barOpenNanos,
        long eventTimeNanos,
        SortedMap<String, Double> values) {}
