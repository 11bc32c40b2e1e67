package io.millrace.flink.regimes;

import io.millrace.core.regime.RegimeBook;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.regime.RegimeRunner;
import io.millrace.core.regime.RegimeSnapshot;
import io.millrace.core.regime.RegimeState;
import io.millrace.flink.control.ControlRecords;
import io.millrace.flink.control.ControlledFunction;
import io.millrace.flink.kafka.Broker;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * The regimes that the models in force see in an instrument's bars as they were stated first, and the clocks, as records
 * of analytics.regimes.
 */
final class RegimesFunction extends ControlledFunction {
    /** The record of every model version, by its key. */
    static final MapStateDescriptor<String, KafkaRecord> MODELS =
            new MapStateDescriptor<>("models", Types.STRING, TypeInformation.of(KafkaRecord.class));

    /** Kind or parameters cannot be. */
    static final String INVALID_MODEL = "INVALID_MODEL";

    private static final long serialVersionUID = 1;

    private final ArrayList<Duration> intervals;

    private transient Encoder<RegimeSnapshot> regimes;
    private transient RegimeRunner runner;
    private transient ValueState<RegimeState> state;

    /**
     * @param stage in whose name unusable records are reported
     * @param intervals of the bars that come
     */
    RegimesFunction(String stage, List<Duration> intervals, Registry registry, Broker broker) {
        super(stage, MODELS, registry, broker);
        this.intervals = new ArrayList<>(intervals);
    }

    @Override
    protected ControlRecords<?> open(SchemaRegistry schemas, Broker broker) {
        var book = new RegimeBook();
        regimes = new Encoder<>(Topics.REGIMES, schemas);
        runner = new RegimeRunner(book);
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("models-at-work", TypeInformation.of(RegimeState.class)));
        return new ControlRecords<>(
                Topics.MODELS, schemas, intervals, RegimeModel::intervalNanos, INVALID_MODEL, book::put);
    }

    @Override
    protected void take(MarketStep step, Collector<KafkaRecord> out) throws Exception {
        if (!step.isBar()) {
            out.collect(regimes.clock(step.clock()));
            return;
        }
        if (step.bar().isRestatement()) {
            return;
        }
        var known = state.value();
        var memory = known == null ? new RegimeState() : known;
        for (var snapshot : runner.onBar(memory, step.bar(), step.knownAtNanos())) {
            out.collect(regimes.value(snapshot));
        }
        state.update(memory);
    }
}
