package io.millrace.schemas;

import io.millrace.core.market.QualityFlag;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.regime.RegimeSnapshot;

/** Regimes and their models to Avro and back. */
final class RegimeCodecs {
    private RegimeCodecs() {}

    static io.millrace.avro.RegimeSnapshot regime(RegimeSnapshot snapshot) {
        var avro = new io.millrace.avro.RegimeSnapshot();
        avro.setInstrument(snapshot.instrument().toString());
        avro.setModelId(snapshot.modelId());
        avro.setModelVersion(snapshot.modelVersion());
        avro.setIntervalNanos(snapshot.intervalNanos());
        avro.setBarOpenNanos(snapshot.barOpenNanos());
        avro.setEventTimeNanos(snapshot.eventTimeNanos());
        avro.setBarType(snapshot.barType());
        avro.setBarOrdinal(snapshot.barOrdinal());
        avro.setRevision(snapshot.revision());
        avro.setQuality(QualityFlag.names(snapshot.quality()));
        avro.setRegime(snapshot.regime());
        avro.setProbabilities(snapshot.probabilities());
        return avro;
    }

    static RegimeSnapshot regime(io.millrace.avro.RegimeSnapshot avro) {
        return new RegimeSnapshot(
                Fields.instrument(avro.getInstrument()),
                avro.getModelId(),
                Fields.notNegative("modelVersion", avro.getModelVersion()),
                Fields.notNegative("intervalNanos", avro.getIntervalNanos()),
                avro.getBarOpenNanos(),
                avro.getEventTimeNanos(),
                avro.getBarType(),
                Fields.notNegative("barOrdinal", avro.getBarOrdinal()),
                (int) Fields.notNegative("revision", avro.getRevision()),
                Fields.quality(avro.getQuality()),
                avro.getRegime(),
                Fields.values(avro.getProbabilities()));
    }

    static io.millrace.avro.RegimeModel model(RegimeModel model) {
        var avro = new io.millrace.avro.RegimeModel();
        avro.setModelId(model.modelId());
        avro.setVersion(model.version());
        avro.setInstrument(model.instrument().toString());
        avro.setKind(model.kind());
        avro.setIntervalNanos(model.intervalNanos());
        avro.setParameters(model.parameters());
        avro.setTraining(training(model.training()));
        avro.setEnabled(model.enabled());
        avro.setEffectiveFromNanos(model.effectiveFromNanos());
        return avro;
    }

    static RegimeModel model(io.millrace.avro.RegimeModel avro) {
        return new RegimeModel(
                avro.getModelId(),
                avro.getVersion(),
                Fields.instrument(avro.getInstrument()),
                avro.getKind(),
                Fields.positive("intervalNanos", avro.getIntervalNanos()),
                Fields.values(avro.getParameters()),
                training(avro.getTraining()),
                avro.getEnabled(),
                avro.getEffectiveFromNanos());
    }

    private static io.millrace.avro.Training training(RegimeModel.Training training) {
        if (training == null) {
            return null;
        }
        var avro = new io.millrace.avro.Training();
        avro.setFromNanos(training.fromNanos());
        avro.setToNanos(training.toNanos());
        avro.setBars(training.bars());
        avro.setLogLikelihood(training.logLikelihood());
        return avro;
    }

    private static RegimeModel.Training training(io.millrace.avro.Training avro) {
        return avro == null
                ? null
                : new RegimeModel.Training(
                        avro.getFromNanos(),
                        avro.getToNanos(),
                        Fields.positive("training.bars", avro.getBars()),
                        avro.getLogLikelihood());
    }
}
