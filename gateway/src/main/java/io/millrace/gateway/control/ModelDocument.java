package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.regime.RegimeModel;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.time.Instant;

/** {@code {"instrument": …, "kind": "gaussian-hmm", "interval": "PT5M", "parameters": {"states": 2, …}, …}}. */
final class ModelDocument implements Document<RegimeModel> {
    private static final Duration INTERVAL_UNIT = Duration.ofNanos(1);
    private static final String TRAINING = "training";

    @Override
    public String idField() {
        return "modelId";
    }

    @Override
    public String id(RegimeModel model) {
        return model.modelId();
    }

    @Override
    public long version(RegimeModel model) {
        return model.version();
    }

    @Override
    public long effectiveFromNanos(RegimeModel model) {
        return model.effectiveFromNanos();
    }

    @Override
    public Draft<RegimeModel> read(String id, Fields fields, Instant now) {
        var instrument = Ids.instrument(fields, "instrument");
        var kind = fields.text("kind", Ids.ID, Ids.ID_MEANING);
        var interval = fields.duration("interval", INTERVAL_UNIT);
        var parameters = fields.numbers("parameters");
        var training = fields.optionalObject(TRAINING, "MISSING_FIELD")
                .map(ModelDocument::training)
                .orElse(null);
        boolean enabled = fields.flag("enabled", true);
        long effectiveFrom = fields.time("effectiveFrom", now);
        fields.done();
        return version -> new RegimeModel(
                id, version, instrument, kind, interval.toNanos(), parameters, training, enabled, effectiveFrom);
    }

    private static RegimeModel.Training training(Fields fields) {
        return new RegimeModel.Training(
                fields.time("from"),
                fields.time("to"),
                fields.count("bars", 1, Long.MAX_VALUE),
                fields.number("logLikelihood"));
    }

    @Override
    public ObjectNode write(RegimeModel model) {
        var body = Json.object()
                .put("instrument", model.instrument().toString())
                .put("kind", model.kind())
                .put("interval", Duration.ofNanos(model.intervalNanos()).toString());
        model.parameters().forEach(body.putObject("parameters")::put);
        if (model.training() != null) {
            body.putObject(TRAINING)
                    .put("from", EventTime.text(model.training().fromNanos()))
                    .put("to", EventTime.text(model.training().toNanos()))
                    .put("bars", model.training().bars())
                    .put("logLikelihood", model.training().logLikelihood());
        }
        return body.put("enabled", model.enabled()).put("effectiveFrom", EventTime.text(model.effectiveFromNanos()));
    }
}
