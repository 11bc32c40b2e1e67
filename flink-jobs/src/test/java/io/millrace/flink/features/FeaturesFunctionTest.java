package io.millrace.flink.features;

import static io.millrace.flink.kafka.TestRecords.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.TestSteps;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FeaturesFunctionTest {
    private static KeyedOneInputStreamOperatorTestHarness<String, MarketStep, KafkaRecord> open(
            OperatorSubtaskState snapshot) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new FeaturesFunction(List.of("market"), List.of(Duration.ofMinutes(1)), new TestRegistry())),
                MarketStep::instrument,
                Types.STRING);
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
        return harness;
    }

    private static List<byte[]> values(List<MarketStep> steps, int restoreAfter) throws Exception {
        var records = new ArrayList<KafkaRecord>();
        var harness = open(null);
        for (var step : steps.subList(0, restoreAfter)) {
            harness.processElement(new StreamRecord<>(step));
        }
        records.addAll(harness.extractOutputValues());
        var snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = open(snapshot);
        for (var step : steps.subList(restoreAfter, steps.size())) {
            harness.processElement(new StreamRecord<>(step));
        }
        records.addAll(harness.extractOutputValues());
        harness.close();
        return records.stream().map(record -> record.value).toList();
    }

    @Test
    void passesClocksOnBehindTheFeaturesOfTheirBar() throws Exception {
        var harness = open(null);
        harness.processElement(new StreamRecord<>(TestSteps.bars(1).get(0)));
        harness.processElement(new StreamRecord<>(TestSteps.clock(0)));

        var records = harness.extractOutputValues();
        assertThat(records).hasSize(2);
        assertThat(decode(Topics.FEATURES, records.get(0)).eventTimeNanos())
                .isEqualTo(TestSteps.clock(0).knownAtNanos());
        assertThat(records.get(1).value).isNull();
        assertThat(ClockRecords.read(records.get(1).headers()))
                .contains(TestSteps.clock(0).clock());
        harness.close();
    }

    @Test
    void continuesBitIdenticallyFromSnapshot() throws Exception {
        var steps = TestSteps.bars(90);

        assertThat(values(steps, 45)).isNotEmpty().usingRecursiveComparison().isEqualTo(values(steps, 0));
    }
}
