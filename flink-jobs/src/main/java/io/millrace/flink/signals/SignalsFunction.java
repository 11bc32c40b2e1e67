package io.millrace.flink.signals;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.strategy.RunnerState;
import io.millrace.core.strategy.StrategyBook;
import io.millrace.core.strategy.StrategyRunner;
import io.millrace.core.strategy.StrategySpec;
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
 * The strategies at work on an instrument's bars, as records of trading.intents: the intents of a bar, and behind them
 * its clock to every partition, since the accounts that wait for it may be in any.
 */
final class SignalsFunction extends ControlledFunction {
    /** The record of every strategy version, by its key. */
    static final MapStateDescriptor<String, KafkaRecord> STRATEGIES =
            new MapStateDescriptor<>("strategies", Types.STRING, TypeInformation.of(KafkaRecord.class));

    /** Kind or parameters cannot be. */
    static final String INVALID_STRATEGY = "INVALID_STRATEGY";

    private static final long serialVersionUID = 1;

    private final ArrayList<Duration> intervals;

    private transient Encoder<OrderIntent> intents;
    private transient StrategyRunner runner;
    private transient ValueState<RunnerState> state;
    private transient int partitions;

    /**
     * @param stage in whose name unusable records are reported
     * @param intervals of the bars that come
     */
    SignalsFunction(String stage, List<Duration> intervals, Registry registry, Broker broker) {
        super(stage, STRATEGIES, registry, broker);
        this.intervals = new ArrayList<>(intervals);
    }

    @Override
    protected ControlRecords<?> open(SchemaRegistry schemas, Broker broker) {
        var book = new StrategyBook();
        intents = new Encoder<>(Topics.INTENTS, schemas);
        runner = new StrategyRunner(book);
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("strategies-at-work", TypeInformation.of(RunnerState.class)));
        partitions = broker.partitions(Topics.INTENTS.name());
        return new ControlRecords<>(
                Topics.STRATEGIES, schemas, intervals, StrategySpec::intervalNanos, INVALID_STRATEGY, book::put);
    }

    @Override
    protected void take(MarketStep step, Collector<KafkaRecord> out) throws Exception {
        if (!step.isBar()) {
            toEveryPartition(step.clock(), out);
            return;
        }
        // A decision that was taken is not taken back, live or in a replay: strategies see what was said first.
        if (step.bar().isRestatement()) {
            return;
        }
        var known = state.value();
        var memory = known == null ? new RunnerState() : known;
        for (var intent : runner.onBar(memory, step.bar(), step.knownAtNanos())) {
            out.collect(intents.value(intent, intent.intentId()));
        }
        state.update(memory);
    }

    private void toEveryPartition(Clock clock, Collector<KafkaRecord> out) {
        for (int partition = 0; partition < partitions; partition++) {
            out.collect(intents.clock(clock, partition));
        }
    }
}
