package io.millrace.flink.control;

import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.MarketStep;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** A controlled function at work, from a snapshot or from nothing. */
public class ControlledRun implements AutoCloseable {
    private final KeyedBroadcastOperatorTestHarness<String, MarketStep, KafkaRecord, KafkaRecord> harness;

    /** @param snapshot null to begin anew */
    protected ControlledRun(
            ControlledFunction function, MapStateDescriptor<String, KafkaRecord> control, OperatorSubtaskState snapshot)
            throws Exception {
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(function, List.of(control)),
                MarketStep::instrument,
                Types.STRING,
                1,
                1,
                0);
        harness.setup();
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
    }

    public void take(List<MarketStep> steps) throws Exception {
        for (var step : steps) {
            harness.processElement(new StreamRecord<>(step));
        }
    }

    public void broadcast(KafkaRecord record) throws Exception {
        harness.processBroadcastElement(new StreamRecord<>(record));
    }

    public List<KafkaRecord> records() {
        return List.copyOf(harness.extractOutputValues());
    }

    /** Those that are no clocks. */
    public List<KafkaRecord> valueRecords() {
        return records().stream().filter(record -> record.value != null).toList();
    }

    public List<KafkaRecord> rejects() {
        return harness.getSideOutput(Rejects.TAG).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    public OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
