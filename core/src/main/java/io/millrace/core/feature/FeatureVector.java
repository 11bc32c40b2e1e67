package io.millrace.core.feature;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import java.util.SortedMap;

/**
 * What a model sees after one bar.
 *
 * @param featureSet name of the set of features
 * @param featureSetVersion grows by one whenever a feature is added, removed or computed differently
 * @param barOpenNanos open time of the bar
 * @param eventTimeNanos when they were known, in event time
 * @param barType type of the bar, see {@link Bar#type()}
 * @param barOrdinal number of the bar among those of its type, see {@link Bar#ordinal()}
 * @param revision of the bar, above 0 if it was restated
 * @param quality set of {@link io.millrace.core.market.QualityFlag}s of the bar
 * @param values by feature name; one that still warms up is absent
 */
public record FeatureVector(
        InstrumentId instrument,
        String featureSet,
        int featureSetVersion,
        long intervalNanos,
        long barOpenNanos,
        long eventTimeNanos,
        String barType,
        long barOrdinal,
        int revision,
        int quality,
        SortedMap<String, Double> values) {
    /** What a set saw after a bar. */
    public static FeatureVector of(
            String featureSet, int version, Bar bar, long eventTimeNanos, SortedMap<String, Double> values) {
        return new FeatureVector(
                bar.instrument(),
                featureSet,
                version,
                bar.intervalNanos(),
                bar.openTimeNanos(),
                eventTimeNanos,
                bar.type(),
                bar.ordinal(),
                bar.revision(),
                bar.quality(),
                values);
    }

    /** The same with one more thing doubtful. */
    public FeatureVector flagged(QualityFlag flag) {
        return new FeatureVector(
                instrument,
                featureSet,
                featureSetVersion,
                intervalNanos,
                barOpenNanos,
                eventTimeNanos,
                barType,
                barOrdinal,
                revision,
                quality | flag.bit(),
                values);
    }
}
