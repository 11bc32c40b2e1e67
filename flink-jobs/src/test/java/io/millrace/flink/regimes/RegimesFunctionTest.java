package io.millrace.flink.regimes;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.decode;
import static io.millrace.flink.kafka.TestRecords.header;
import static io.millrace.flink.regimes.TestModels.hmm;
import static io.millrace.flink.regimes.TestModels.record;
import static io.millrace.flink.regimes.TestModels.rule;
import static io.millrace.flink.regimes.TestModels.startingAfter;
import static io.millrace.flink.regimes.TestModels.withInterval;
import static io.millrace.flink.regimes.TestModels.withKind;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.regime.RegimeModel;
import io.millrace.core.regime.RegimeSnapshot;
import io.millrace.flink.control.ControlledRun;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestBroker;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.TestSteps;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class RegimesFunctionTest {
    private static final RegimeModel HMM = hmm(BTC, 1);

    @Test
    void theBaselineRunsWithoutAnyModel() throws Exception {
        try (var run = new Run(List.of(), null)) {
            run.take(TestSteps.bars(300));

            assertThat(run.regimes()).hasSize(50).allSatisfy(regime -> assertThat(regime.modelId())
                    .isEqualTo(RegimeModel.BASELINE));
            assertThat(run.records()).extracting(KafkaRecord::keyText).containsOnly(BTC.toString());
        }
    }

    @Test
    void followsModelsThatWereThereBeforeTheFirstBarInTheOrderOfTheirIds() throws Exception {
        try (var run = new Run(List.of(record(rule(BTC, 1)), record(HMM)), null)) {
            run.take(TestSteps.bars(260));

            var last = run.regimes()
                    .subList(run.regimes().size() - 3, run.regimes().size());
            assertThat(last)
                    .extracting(RegimeSnapshot::modelId)
                    .containsExactly("hmm-BTC-USD", "rule-BTC-USD", "volatility-trend");
            assertThat(last)
                    .extracting(RegimeSnapshot::eventTimeNanos)
                    .containsOnly(TestSteps.bars(260).get(259).knownAtNanos());
            assertThat(last.get(0).probabilities()).containsOnlyKeys("calm", "turbulent");
        }
    }

    @Test
    void passesClocksOnBehindTheRegimesOfTheirBar() throws Exception {
        try (var run = new Run(List.of(record(HMM)), null)) {
            run.take(TestSteps.bars(2));
            run.take(List.of(TestSteps.clock(1)));

            assertThat(run.records()).hasSize(2);
            assertThat(run.records().get(1).value).isNull();
            assertThat(ClockRecords.read(run.records().get(1).headers()))
                    .contains(TestSteps.clock(1).clock());
        }
    }

    @Test
    void aRestatementChangesNoRegime() throws Exception {
        var steps = TestSteps.bars(300);
        List<KafkaRecord> whole;
        try (var run = new Run(List.of(record(HMM)), null)) {
            run.take(steps);
            whole = run.records();
        }
        try (var run = new Run(List.of(record(HMM)), null)) {
            for (int i = 0; i < steps.size(); i++) {
                run.take(List.of(
                        steps.get(i),
                        TestSteps.restated(steps.get(i), steps.get(0).bar())));
            }
            assertThat(run.records())
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(whole);
        }
    }

    @Test
    void laterModelHoldsFromItsEffectiveTime() throws Exception {
        var steps = TestSteps.bars(120);
        try (var run = new Run(List.of(), null)) {
            run.take(steps.subList(0, 20));
            run.broadcast(record(startingAfter(HMM, Duration.ofMinutes(60))));
            run.take(steps.subList(20, 120));

            assertThat(run.regimes()).hasSize(59);
            assertThat(run.regimes().get(0).eventTimeNanos())
                    .isEqualTo(steps.get(61).knownAtNanos());
        }
    }

    @Test
    void continuesBitIdenticallyFromSnapshotAtAnyPlace() throws Exception {
        var models = List.of(record(HMM), record(rule(BTC, 1)));
        var steps = TestSteps.bars(300);
        List<KafkaRecord> whole;
        try (var run = new Run(models, null)) {
            run.take(steps);
            whole = run.records();
        }
        for (int place : IntStream.of(1, 7, 130, 251, 299).toArray()) {
            var parts = new ArrayList<KafkaRecord>();
            OperatorSubtaskState snapshot;
            try (var run = new Run(models, null)) {
                run.take(steps.subList(0, place));
                parts.addAll(run.records());
                snapshot = run.snapshot();
            }
            try (var run = new Run(models, snapshot)) {
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
            run.broadcast(record(HMM));
            snapshot = run.snapshot();
        }
        try (var run = new Run(List.of(), snapshot)) {
            run.take(TestSteps.bars(12));

            assertThat(run.regimes()).hasSize(11);
        }
    }

    @Test
    void reportsModelsThatCannotBeFollowedAndFollowsTheOthers() throws Exception {
        try (var run = new Run(List.of(), null)) {
            run.broadcast(record(withInterval(hmm(BTC, 3), Duration.ofMinutes(2))));
            run.broadcast(record(withKind(hmm(BTC, 4), "moon-phase")));
            run.broadcast(record(HMM));
            run.take(TestSteps.bars(12));

            assertThat(run.rejects())
                    .extracting(letter -> header(letter, DeadLetters.CODE))
                    .containsExactly("INTERVAL_NOT_BUILT", "INVALID_MODEL");
            assertThat(run.rejects()).extracting(letter -> letter.topic).containsOnly("control.models.v1.dlq");
            assertThat(run.regimes()).hasSize(11);
        }
    }

    private static final class Run extends ControlledRun {
        private Run(List<KafkaRecord> models, OperatorSubtaskState snapshot) throws Exception {
            super(
                    new RegimesFunction(
                            "features", List.of(Duration.ofMinutes(1)), new TestRegistry(), new TestBroker(models)),
                    RegimesFunction.MODELS,
                    snapshot);
        }

        private List<RegimeSnapshot> regimes() {
            return valueRecords().stream()
                    .map(record -> decode(Topics.REGIMES, record))
                    .toList();
        }
    }
}
