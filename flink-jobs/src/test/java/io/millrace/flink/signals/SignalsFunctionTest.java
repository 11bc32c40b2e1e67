package io.millrace.flink.signals;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.decode;
import static io.millrace.flink.kafka.TestRecords.header;
import static io.millrace.flink.signals.TestStrategies.disabled;
import static io.millrace.flink.signals.TestStrategies.record;
import static io.millrace.flink.signals.TestStrategies.rsi;
import static io.millrace.flink.signals.TestStrategies.withInterval;
import static io.millrace.flink.signals.TestStrategies.withKind;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.order.OrderIntent;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.flink.control.ControlledRun;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestBroker;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.TestSteps;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import io.millrace.schemas.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class SignalsFunctionTest {
    private static final StrategySpec RSI = rsi(BTC, 1, Duration.ZERO);

    @Test
    void followsStrategiesThatWereThereBeforeTheFirstBar() throws Exception {
        try (var run = new Run(List.of(record(RSI)), null)) {
            run.take(TestSteps.bars(120));

            assertThat(run.intents()).hasSizeGreaterThan(4);
            assertThat(run.intents()).extracting(OrderIntent::strategyId).containsOnly(RSI.strategyId());
            assertThat(run.intents())
                    .extracting(OrderIntent::ordinal)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void intentCarriesItsAccountAsKeyAndItsTrace() throws Exception {
        try (var run = new Run(List.of(record(RSI)), null)) {
            run.take(TestSteps.bars(120));

            var record = run.records().get(0);
            var intent = run.intents().get(0);
            assertThat(record.keyText()).isEqualTo(RSI.accountId());
            assertThat(header(record, Traces.CORRELATION_ID)).isEqualTo(intent.intentId());
            assertThat(header(record, Traces.TRACE_PARENT)).isNotNull();
        }
    }

    @Test
    void sendsClockToEveryPartitionBehindTheIntents() throws Exception {
        try (var run = new Run(List.of(record(RSI)), null)) {
            run.take(TestSteps.bars(120));
            int before = run.records().size();
            run.take(List.of(TestSteps.clock(120)));

            var clocks = run.records().subList(before, run.records().size());
            assertThat(clocks).extracting(clock -> clock.partition).containsExactly(0, 1, 2, 3);
            assertThat(clocks)
                    .allSatisfy(clock -> assertThat(ClockRecords.read(clock.headers()))
                            .contains(TestSteps.clock(120).clock()))
                    .allSatisfy(clock -> assertThat(clock.value).isNull());
        }
    }

    @Test
    void sendsClocksOfInstrumentsThatNobodyTrades() throws Exception {
        try (var run = new Run(List.of(), null)) {
            run.take(List.of(TestSteps.bars(1).get(0), TestSteps.clock(0)));

            assertThat(run.records()).hasSize(TestBroker.PARTITIONS);
        }
    }

    @Test
    void laterStrategyHoldsFromItsEffectiveTime() throws Exception {
        var steps = TestSteps.bars(120);
        try (var run = new Run(List.of(), null)) {
            run.take(steps.subList(0, 20));
            run.broadcast(record(rsi(BTC, 1, Duration.ofMinutes(60))));
            run.take(steps.subList(20, 120));

            assertThat(run.intents()).isNotEmpty().allSatisfy(intent -> assertThat(intent.eventTimeNanos())
                    .isGreaterThan(steps.get(60).knownAtNanos()));
        }
    }

    @Test
    void disabledVersionWantsNothing() throws Exception {
        var off = disabled(rsi(BTC, 2, Duration.ofMinutes(60)));
        var steps = TestSteps.bars(120);
        try (var run = new Run(List.of(record(RSI), record(off)), null)) {
            run.take(steps.subList(0, 60));
            assertThat(run.intents()).isNotEmpty();
            int before = run.intents().size();
            run.take(steps.subList(60, 120));

            assertThat(run.intents()).hasSize(before);
        }
    }

    @Test
    void continuesBitIdenticallyFromSnapshotAtAnyPlace() throws Exception {
        var steps = TestSteps.bars(120);
        List<KafkaRecord> whole;
        try (var run = new Run(List.of(record(RSI)), null)) {
            run.take(steps);
            whole = run.records();
        }
        for (int place : IntStream.of(1, 7, 30, 61, 119).toArray()) {
            var parts = new ArrayList<KafkaRecord>();
            OperatorSubtaskState snapshot;
            try (var run = new Run(List.of(record(RSI)), null)) {
                run.take(steps.subList(0, place));
                parts.addAll(run.records());
                snapshot = run.snapshot();
            }
            try (var run = new Run(List.of(record(RSI)), snapshot)) {
                run.take(steps.subList(place, steps.size()));
                parts.addAll(run.records());
            }
            assertThat(parts).usingRecursiveFieldByFieldElementComparator().isEqualTo(whole);
        }
    }

    @Test
    void keepsInItsStateWhatCameByBroadcast() throws Exception {
        OperatorSubtaskState snapshot;
        try (var run = new Run(List.of(), null)) {
            run.broadcast(record(RSI));
            snapshot = run.snapshot();
        }
        try (var run = new Run(List.of(), snapshot)) {
            run.take(TestSteps.bars(120));

            assertThat(run.intents()).isNotEmpty();
        }
    }

    @Test
    void reportsStrategiesThatCannotBeFollowedAndFollowsTheOthers() throws Exception {
        var garbage = record(RSI);
        garbage.value = "no strategy".getBytes(StandardCharsets.UTF_8);
        var deleted = record(RSI);
        deleted.value = null;
        var misplaced = record(RSI);
        misplaced.key = "other@1".getBytes(StandardCharsets.UTF_8);
        try (var run = new Run(List.of(garbage), null)) {
            run.broadcast(garbage);
            run.broadcast(deleted);
            run.broadcast(misplaced);
            run.broadcast(record(withInterval(rsi(BTC, 3, Duration.ZERO), Duration.ofMinutes(2))));
            run.broadcast(record(withKind(rsi(BTC, 4, Duration.ZERO), "moon-phase")));
            run.broadcast(record(RSI));
            run.take(TestSteps.bars(120));

            assertThat(run.rejects())
                    .extracting(letter -> header(letter, DeadLetters.CODE))
                    .containsExactly(
                            "NOT_CONFLUENT_FRAMED",
                            "VERSION_DELETED",
                            "KEY_MISMATCH",
                            "INTERVAL_NOT_BUILT",
                            "INVALID_STRATEGY");
            assertThat(run.rejects()).extracting(letter -> letter.topic).containsOnly("control.strategies.v1.dlq");
            assertThat(run.intents()).isNotEmpty();
        }
    }

    private static final class Run extends ControlledRun {
        private Run(List<KafkaRecord> strategies, OperatorSubtaskState snapshot) throws Exception {
            super(
                    new SignalsFunction(
                            "signals", List.of(Duration.ofMinutes(1)), new TestRegistry(), new TestBroker(strategies)),
                    SignalsFunction.STRATEGIES,
                    snapshot);
        }

        private List<OrderIntent> intents() {
            return valueRecords().stream()
                    .map(record -> decode(Topics.INTENTS, record))
                    .toList();
        }
    }
}
