package io.millrace.flink.signals;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.strategy.RunnerState;
import io.millrace.core.strategy.StrategyBook;
import io.millrace.core.strategy.StrategyRunner;
import io.millrace.flink.kafka.Broker;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The strategies at work on an instrument's bars, as records of trading.intents: the intents of a bar, and behind them
 * its clock to every partition, since the accounts that wait for it may be in any.
 *
 * <p>Strategies are known before the first bar: the control topic is read to its end when the function opens. Later
 * ones come by broadcast and stay in its state.
 */
final class SignalsFunction extends KeyedBroadcastProcessFunction<String, MarketStep, KafkaRecord, KafkaRecord> {
    /** The record of every strategy version, by its key. */
    static final MapStateDescriptor<String, KafkaRecord> STRATEGIES =
            new MapStateDescriptor<>("strategies", Types.STRING, TypeInformation.of(KafkaRecord.class));

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(SignalsFunction.class);

    private final ArrayList<Duration> intervals;
    private final Registry registry;
    private final Broker broker;
    private final Rejects rejects;

    private transient Encoder<OrderIntent> intents;
    private transient StrategyRecords strategies;
    private transient StrategyRunner runner;
    private transient ValueState<RunnerState> state;
    private transient int partitions;
    /** Keys of the control topic as it was when the function opened. */
    private transient Set<String> read;

    private transient boolean restored;

    /**
     * @param stage in whose name unusable records are reported
     * @param intervals of the bars that come
     */
    SignalsFunction(String stage, List<Duration> intervals, Registry registry, Broker broker) {
        this.intervals = new ArrayList<>(intervals);
        this.registry = registry;
        this.broker = broker;
        this.rejects = new Rejects(stage);
    }

    @Override
    public void open(OpenContext context) {
        var schemas = registry.connect();
        var book = new StrategyBook();
        intents = new Encoder<>(Topics.INTENTS, schemas);
        strategies = new StrategyRecords(book, schemas, intervals);
        runner = new StrategyRunner(book);
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("strategies-at-work", TypeInformation.of(RunnerState.class)));
        partitions = broker.partitions(Topics.INTENTS.name());
        read = new HashSet<>();
        for (var record : broker.readToEnd(Topics.STRATEGIES.name())) {
            read.add(record.keyText());
            enter(record);
        }
    }

    @Override
    public void processElement(MarketStep step, ReadOnlyContext context, Collector<KafkaRecord> out) throws Exception {
        restore(context.getBroadcastState(STRATEGIES));
        if (!step.isBar()) {
            toEveryPartition(step.clock(), out);
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

    @Override
    public void processBroadcastElement(KafkaRecord record, Context context, Collector<KafkaRecord> out)
            throws Exception {
        var kept = context.getBroadcastState(STRATEGIES);
        restore(kept);
        try {
            strategies.enter(record);
            kept.put(record.keyText(), record);
        } catch (RefusedException e) {
            // Every subtask sees the record, one of them reports it.
            if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
                context.output(Rejects.TAG, rejects.of(record, e.code(), e.getMessage()));
            }
        }
    }

    /** Enters what the broadcast state kept, once: a topic that was cut short since does not take it away. */
    private void restore(ReadOnlyBroadcastState<String, KafkaRecord> kept) throws Exception {
        if (restored) {
            return;
        }
        for (var entry : kept.immutableEntries()) {
            if (!read.contains(entry.getKey())) {
                enter(entry.getValue());
            }
        }
        restored = true;
    }

    /** Enters what is reported, if it cannot be followed, when it comes by broadcast. */
    private void enter(KafkaRecord record) {
        try {
            strategies.enter(record);
        } catch (RefusedException e) {
            LOG.warn("strategy record {} is not followed: {} {}", record.keyText(), e.code(), e.getMessage());
        }
    }
}
