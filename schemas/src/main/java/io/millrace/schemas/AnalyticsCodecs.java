package io.millrace.schemas;

import io.millrace.core.feature.FeatureVector;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.QualityFlag;

/** Indicators and features to Avro and back. */
final class AnalyticsCodecs {
    private AnalyticsCodecs() {}

    static io.millrace.avro.IndicatorSnapshot indicators(IndicatorSnapshot snapshot) {
        var avro = new io.millrace.avro.IndicatorSnapshot();
        avro.setInstrument(snapshot.instrument().toString());
        avro.setIntervalNanos(snapshot.intervalNanos());
        avro.setBarOpenNanos(snapshot.barOpenNanos());
        avro.setEventTimeNanos(snapshot.eventTimeNanos());
        avro.setBarType(snapshot.barType());
        avro.setBarOrdinal(snapshot.barOrdinal());
        avro.setRevision(snapshot.revision());
        avro.setQuality(QualityFlag.names(snapshot.quality()));
        avro.setValues(snapshot.values());
        return avro;
    }

    static IndicatorSnapshot indicators(io.millrace.avro.IndicatorSnapshot avro) {
        return new IndicatorSnapshot(
                Fields.instrument(avro.getInstrument()),
                Fields.notNegative("intervalNanos", avro.getIntervalNanos()),
                avro.getBarOpenNanos(),
                avro.getEventTimeNanos(),
                avro.getBarType(),
                Fields.notNegative("barOrdinal", avro.getBarOrdinal()),
                (int) Fields.notNegative("revision", avro.getRevision()),
                Fields.quality(avro.getQuality()),
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
        avro.setBarType(vector.barType());
        avro.setBarOrdinal(vector.barOrdinal());
        avro.setRevision(vector.revision());
        avro.setQuality(QualityFlag.names(vector.quality()));
        avro.setValues(vector.values());
        return avro;
    }

    static FeatureVector features(io.millrace.avro.FeatureVector avro) {
        return new FeatureVector(
                Fields.instrument(avro.getInstrument()),
                avro.getFeatureSet(),
                avro.getFeatureSetVersion(),
                Fields.notNegative("intervalNanos", avro.getIntervalNanos()),
                avro.getBarOpenNanos(),
                avro.getEventTimeNanos(),
                avro.getBarType(),
                Fields.notNegative("barOrdinal", avro.getBarOrdinal()),
                (int) Fields.notNegative("revision", avro.getRevision()),
                Fields.quality(avro.getQuality()),
                Fields.values(avro.getValues()));
    }
}
