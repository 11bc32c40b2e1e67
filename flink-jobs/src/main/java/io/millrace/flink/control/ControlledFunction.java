package io.millrace.flink.control;

import io.millrace.flink.kafka.Broker;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.SchemaRegistry;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an instrument's bars come to under what people decided.
 *
 * <p>Decisions are known before the first bar: the control topic is read to its end when the function opens. Later ones
 * come by broadcast and stay in its state.
 */
public abstract class ControlledFunction
        extends KeyedBroadcastProcessFunction<String, MarketStep, KafkaRecord, KafkaRecord> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ControlledFunction.class);

    private final MapStateDescriptor<String, KafkaRecord> keeping;
    private final Registry registry;
    private final Broker broker;
    private final Rejects rejects;

    private transient ControlRecords<?> records;
    /** Keys of the control topic as it was when the function opened. */
    private transient Set<String> read;

    private transient boolean restored;

    /**
     * @param stage in whose name unusable records are reported
     * @param keeping the record of every version that came by broadcast, by its key
     */
    protected ControlledFunction(
            String stage, MapStateDescriptor<String, KafkaRecord> keeping, Registry registry, Broker broker) {
        this.keeping = keeping;
        this.registry = registry;
        this.broker = broker;
        this.rejects = new Rejects(stage);
    }

    /** Opens the function: where the records of its control topic go. */
    protected abstract ControlRecords<?> open(SchemaRegistry schemas, Broker broker);

    /** Takes a bar or a clock. */
    protected abstract void take(MarketStep step, Collector<KafkaRecord> out) throws Exception;

    @Override
    public final void open(OpenContext context) {
        records = open(registry.connect(), broker);
        read = new HashSet<>();
        for (var record : broker.readToEnd(records.topic())) {
            read.add(record.keyText());
            enter(record);
        }
    }

    @Override
    public final void processElement(MarketStep step, ReadOnlyContext context, Collector<KafkaRecord> out)
            throws Exception {
        restore(context.getBroadcastState(keeping));
        take(step, out);
    }

    @Override
    public final void processBroadcastElement(KafkaRecord record, Context context, Collector<KafkaRecord> out)
            throws Exception {
        var kept = context.getBroadcastState(keeping);
        restore(kept);
        try {
            records.enter(record);
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
            records.enter(record);
        } catch (RefusedException e) {
            LOG.warn(
                    "{} record {} is not followed: {} {}", records.topic(), record.keyText(), e.code(), e.getMessage());
        }
    }
}
