package io.millrace.flink.bars;

import static io.millrace.flink.kafka.TestRecords.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.Bar;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.TestSteps;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class IndicatorsFunctionTest {
    @Test
    void staysSilentUntilTheFirstIndicatorIsWarm() throws Exception {
        var snapshots = run(TestSteps.bars(19), List.of("sma(20)"), 0);
        assertThat(snapshots).isEmpty();

        snapshots = run(TestSteps.bars(20), List.of("sma(20)"), 0);
        assertThat(snapshots).hasSize(1);
        assertThat(snapshots.get(0).values()).containsOnlyKeys("sma(20)");
        assertThat(snapshots.get(0).eventTimeNanos())
                .isEqualTo(TestSteps.bars(20).get(19).knownAtNanos());
    }

    @Test
    void continuesBitIdenticallyFromSnapshot() throws Exception {
        var steps = TestSteps.bars(120);

        assertThat(run(steps, Indicators.STANDARD, 60)).hasSize(120).isEqualTo(run(steps, Indicators.STANDARD, 0));
    }

    @Test
    void barsOfEachTypeHaveTheirOwnIndicators() throws Exception {
        var minutes = TestSteps.bars(40);
        var mixed = new ArrayList<MarketStep>();
        for (int i = 0; i < minutes.size(); i++) {
            mixed.add(minutes.get(i));
            mixed.add(TestSteps.ofType(minutes.get(i), "tick(9)", i + 1));
            mixed.add(TestSteps.ofType(minutes.get(minutes.size() - 1 - i), "range(5)", i + 1));
        }
        var alone = run(minutes, Indicators.STANDARD, 20);
        var together = run(mixed, Indicators.STANDARD, 61);

        assertThat(ofType(together, Bar.TIME)).isEqualTo(alone);
        assertThat(ofType(together, "tick(9)"))
                .extracting(IndicatorSnapshot::values)
                .isEqualTo(alone.stream().map(IndicatorSnapshot::values).toList());
        assertThat(ofType(together, "range(5)")).hasSameSizeAs(alone).doesNotContainAnyElementsOf(alone);
        assertThat(ofType(together, "tick(9)")).last().matches(value -> value.barOrdinal() == 40);
    }

    private static List<IndicatorSnapshot> ofType(List<IndicatorSnapshot> snapshots, String type) {
        return snapshots.stream().filter(value -> value.barType().equals(type)).toList();
    }

    @Test
    void indicatorThatIsAddedLaterWarmsUpWhileTheOthersContinue() throws Exception {
        var steps = TestSteps.bars(40);
        var before = new Run(List.of("sma(20)"), null);
        var values = before.take(steps.subList(0, 30));
        var after = new Run(List.of("sma(20)", "ema(12)"), before.stop());
        values.addAll(after.take(steps.subList(30, 40)));

        assertThat(values).hasSize(21).allSatisfy(value -> assertThat(value.values())
                .containsOnlyKeys("sma(20)"));
    }

    /** Values of the bars, the job stopped and restored from its snapshot after some of them. */
    private static List<IndicatorSnapshot> run(List<MarketStep> steps, List<String> names, int restoreAfter)
            throws Exception {
        var first = new Run(names, null);
        var values = first.take(steps.subList(0, restoreAfter));
        var second = new Run(names, first.stop());
        values.addAll(second.take(steps.subList(restoreAfter, steps.size())));
        second.stop();
        return values;
    }

    private static final class Run {
        private final KeyedOneInputStreamOperatorTestHarness<String, MarketStep, KafkaRecord> harness;

        private Run(List<String> names, OperatorSubtaskState snapshot) throws Exception {
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new IndicatorsFunction(names, new TestRegistry())),
                    MarketStep::instrument,
                    Types.STRING);
            if (snapshot != null) {
                harness.initializeState(snapshot);
            }
            harness.open();
        }

        private List<IndicatorSnapshot> take(List<MarketStep> steps) throws Exception {
            int before = harness.extractOutputValues().size();
            for (var step : steps) {
                harness.processElement(new StreamRecord<>(step));
            }
            var values = new ArrayList<IndicatorSnapshot>();
            for (var record : harness.extractOutputValues()
                    .subList(before, harness.extractOutputValues().size())) {
                values.add(decode(Topics.INDICATORS, record));
            }
            return values;
        }

        private OperatorSubtaskState stop() throws Exception {
            var snapshot = harness.snapshot(1, 1);
            harness.close();
            return snapshot;
        }
    }
}
