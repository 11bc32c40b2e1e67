package io.millrace.flink.features;

import io.millrace.core.feature.FeatureEngine;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.feature.Tape;
import io.millrace.core.market.Bar;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.Topics;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;

/** The engine with the state of the instrument at hand: what the functions of this package have in common. */
final class InstrumentFeatures {
    /** The set that is of quotes. */
    private static final String QUOTES = "quotes";

    private final FeatureEngine engine;
    private final Encoder<FeatureVector> vectors;
    private final FeatureMemory memory;
    /** Sums of the open bars. */
    private final ValueState<Tape> tape;

    InstrumentFeatures(RuntimeContext context, List<String> sets, List<Long> intervalsNanos, Registry registry) {
        engine = new FeatureEngine(sets, intervalsNanos);
        vectors = new Encoder<>(Topics.FEATURES, registry.connect());
        memory = new FeatureMemory(context);
        tape = context.getState(new ValueStateDescriptor<>("tape", TypeInformation.of(Tape.class)));
    }

    /**
     * Takes a trade, a bar or a clock, and sends the vectors of a bar, and the clock.
     *
     * @param unquoted whether quotes may be missing that were not waited for any longer
     */
    void take(MarketStep step, boolean unquoted, Collector<KafkaRecord> out) throws Exception {
        if (step.isTrade()) {
            var known = known();
            engine.trade(known, step.trade());
            tape.update(known);
        } else if (step.isBar()) {
            take(step.bar(), step.knownAtNanos(), unquoted, out);
        } else {
            out.collect(vectors.clock(step.clock()));
        }
    }

    private void take(Bar bar, long knownAtNanos, boolean unquoted, Collector<KafkaRecord> out) throws Exception {
        // A restatement changes what was said of a bar, not the bars since: features stay as first stated.
        if (bar.isRestatement()) {
            return;
        }
        var known = known();
        engine.bar(known, memory, bar, knownAtNanos, vector -> {
            boolean stale = unquoted && vector.featureSet().equals(QUOTES);
            out.collect(vectors.value(stale ? vector.flagged(QualityFlag.STALE) : vector));
        });
        if (engine.seesTrades()) {
            tape.update(known);
        }
    }

    void take(Quote quote) throws Exception {
        var known = known();
        engine.quote(known, quote);
        tape.update(known);
    }

    private Tape known() throws Exception {
        var known = tape.value();
        return known == null ? new Tape() : known;
    }
}
