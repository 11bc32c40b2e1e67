package io.millrace.schemas;

import io.millrace.core.feature.FeatureVector;
import io.millrace.core.indicator.IndicatorSnapshot;

/** Indicators and features to Avro and back. */
final class AnalyticsCodecs {
    private AnalyticsCodecs() {}

    static io.millrace.avro.IndicatorSnapshot indicators(IndicatorSnapshot snapshot) {
        var avro = new io.millrace.avro.IndicatorSnapshot();
        avro.setInstrument(snapshot.instrument().toString());
        avro.setIntervalNanos(snapshot.intervalNanos());
        avro.setBarOpenNanos(snapshot.barOpenNanos());
        avro.setEventTimeNanos(snapshot.eventTimeNanos());
        avro.setValues(snapshot.values());
        return avro;
    }

    static IndicatorSnapshot indicators(io.millrace.avro.IndicatorSnapshot avro) {
        return new IndicatorSnapshot(
                Fields.instrument(avro.getInstrument()),
                Fields.positive("intervalNanos", avro.getIntervalNanos()),
                avro.getBarOpenNanos(),
                avro.getEventTimeNanos(),
                Fields.values(avro.getValues()));
    }

    static io.millrace.avro.FeatureVector features(FeatureVector vector) {
        var avro = new io.millrace.avro.FeatureVector();
        avro.setInstrument(vector.instrument().toString());
        avro.setFeatureSet(vector.featureSet());
        avro.setFeatureSetVersion(vector.featureSetVersion());
        avro.setIntervalNanos(vector.intervalNanos());
        avro.setBarOpenNanos(vector.barOpenNanos());
        avro.setEventTimeNanos(vector.eventTimeNanos());
        avro.setValues(vector.values());
        return avro;
    }

    static FeatureVector features(io.millrace.avro.FeatureVector avro) {
        return new FeatureVector(
                Fields.instrument(avro.getInstrument()),
                avro.getFeatureSet(),
                avro.getFeatureSetVersion(),
                Fields.positive("intervalNanos", avro.getIntervalNanos()),
                avro.getBarOpenNanos(),
                avro.getEventTimeNanos(),
                Fields.values(avro.getValues()));
    }
}
