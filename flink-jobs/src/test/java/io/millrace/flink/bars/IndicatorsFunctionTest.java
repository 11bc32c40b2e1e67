package io.millrace.flink.bars;

import static io.millrace.flink.kafka.TestRecords.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.Bar;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.TestSteps;
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

    @Test
    void aRestatedBarRestatesItsSnapshotAndThoseBehindIt() throws Exception {
        var steps = TestSteps.bars(40);
        var corrected = new ArrayList<>(steps);
        corrected.set(35, restated(steps.get(35), steps.get(30).bar(), 1));
        var said = new ArrayList<>(steps);
        said.add(corrected.get(35));
        said.add(restated(steps.get(37), steps.get(31).bar(), 1));
        var all = run(said, Indicators.STANDARD, 38);
        corrected.set(37, said.get(41));
        var expected = run(corrected.stream().map(IndicatorsFunctionTest::first).toList(), Indicators.STANDARD, 0);

        assertThat(all).hasSize(40 + 5 + 3);
        assertThat(all.subList(45, 48))
                .extracting(IndicatorSnapshot::values)
                .isEqualTo(expected.subList(37, 40).stream()
                        .map(IndicatorSnapshot::values)
                        .toList());
        assertThat(all.subList(40, 48)).extracting(IndicatorSnapshot::revision).containsExactly(1, 1, 1, 1, 1, 2, 2, 2);
    }

    @Test
    void aBarThatIsGoneIsTakenOutAndOneThatCameLateIsPutIn() throws Exception {
        var steps = TestSteps.bars(40);
        var without = new ArrayList<>(steps);
        without.remove(36);
        var gone = steps.get(36).bar();
        var said = new ArrayList<>(steps);
        said.add(TestSteps.again(gone(gone), steps.get(39).knownAtNanos()));
        var removed = run(said, Indicators.STANDARD, 0);
        assertThat(removed.get(removed.size() - 1).values())
                .isEqualTo(run(without, Indicators.STANDARD, 0).get(38).values());
        assertThat(removed).hasSize(40 + 3);

        without.add(TestSteps.again(gone.withRevision(1), steps.get(39).knownAtNanos()));
        var inserted = run(without, Indicators.STANDARD, 39);
        assertThat(inserted.get(inserted.size() - 1).values())
                .isEqualTo(run(steps, Indicators.STANDARD, 0).get(39).values());
    }

    private static Bar gone(Bar bar) {
        return new Bar(
                bar.instrument(),
                bar.openTimeNanos(),
                bar.intervalNanos(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                Quantity.ZERO,
                Money.ZERO,
                Quantity.ZERO,
                0,
                bar.lastTradeNanos(),
                bar.type(),
                0,
                1,
                0);
    }

    private static MarketStep first(MarketStep step) {
        return TestSteps.again(step.bar().withRevision(0), step.knownAtNanos());
    }

    /** The bar of a step with the numbers of another. */
    private static MarketStep restated(MarketStep step, Bar numbers, int revision) {
        var bar = step.bar();
        return TestSteps.again(
                new Bar(
                        bar.instrument(),
                        bar.openTimeNanos(),
                        bar.intervalNanos(),
                        numbers.open(),
                        numbers.high(),
                        numbers.low(),
                        numbers.close(),
                        numbers.volume(),
                        numbers.notional(),
                        numbers.buyVolume(),
                        numbers.tradeCount(),
                        bar.lastTradeNanos(),
                        bar.type(),
                        0,
                        revision,
                        0),
                step.knownAtNanos());
    }

    private static List<IndicatorSnapshot> ofType(List<IndicatorSnapshot> snapshots, String type) {
        return snapshots.stream().filter(value -> value.barType().equals(type)).toList();
    }

    @Test
    void indicatorThatIsAddedLaterWarmsUpWhileTheOthersContinue() throws Exception {
        var steps = TestSteps.bars(40);
        var before = new Run(List.of("sma(20)"), null);
        var values = before.take(steps.subList(0, 30));
        var after = new Run(List.of("sma(20)", "ema(26)"), before.stop());
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
                    new KeyedProcessOperator<>(
                            new IndicatorsFunction(names, Duration.ofMinutes(10), new TestRegistry())),
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
