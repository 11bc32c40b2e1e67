package io.millrace.flink.regimes;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.regime.GaussianHmm;
import io.millrace.core.regime.HmmParameters;
import io.millrace.core.regime.RegimeModel;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Models as tests put them in force. */
public final class TestModels {
    private TestModels() {}

    /** A hidden Markov model on one-minute bars. */
    public static RegimeModel hmm(InstrumentId instrument, long version) {
        var hmm = new GaussianHmm(
                new double[] {0.5, 0.5},
                new double[][] {{0.9, 0.1}, {0.2, 0.8}},
                new double[][] {{0, -6.2}, {0, -5.2}},
                new double[][] {{2e-5, 0.5}, {1e-4, 0.5}});
        return model(
                "hmm-" + instrument.symbol(), version, instrument, "gaussian-hmm", new HmmParameters(hmm, 1).write());
    }

    /** A rule on one-minute bars that is soon warm. */
    public static RegimeModel rule(InstrumentId instrument, long version) {
        var parameters = Map.of("fast", 3.0, "slow", 8.0, "trend", 5.0);
        return model("rule-" + instrument.symbol(), version, instrument, "volatility-trend", new TreeMap<>(parameters));
    }

    private static RegimeModel model(
            String id, long version, InstrumentId instrument, String kind, SortedMap<String, Double> parameters) {
        return new RegimeModel(
                id,
                version,
                instrument,
                kind,
                Duration.ofMinutes(1).toNanos(),
                parameters,
                null,
                true,
                TestRecords.START);
    }

    /** The same in force from that time on. */
    public static RegimeModel startingAfter(RegimeModel model, Duration afterStart) {
        return with(model, model.kind(), model.intervalNanos(), TestRecords.START + afterStart.toNanos());
    }

    static RegimeModel withInterval(RegimeModel model, Duration interval) {
        return with(model, model.kind(), interval.toNanos(), model.effectiveFromNanos());
    }

    static RegimeModel withKind(RegimeModel model, String kind) {
        return with(model, kind, model.intervalNanos(), model.effectiveFromNanos());
    }

    private static RegimeModel with(RegimeModel model, String kind, long intervalNanos, long effectiveFromNanos) {
        return new RegimeModel(
                model.modelId(),
                model.version(),
                model.instrument(),
                kind,
                intervalNanos,
                model.parameters(),
                model.training(),
                model.enabled(),
                effectiveFromNanos);
    }

    /** As the control topic has it. */
    public static KafkaRecord record(RegimeModel model) {
        return TestRecords.at(new Encoder<>(Topics.MODELS, new TestRegistry().connect()).value(model), model.version());
    }
}
