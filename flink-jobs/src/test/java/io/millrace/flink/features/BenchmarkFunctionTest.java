package io.millrace.flink.features;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.ETH;
import static io.millrace.flink.kafka.TestRecords.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.feature.FeatureSets;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.feature.Sample;
import io.millrace.core.market.Bar;
import io.millrace.core.money.Price;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.TestSteps;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractUdfStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class BenchmarkFunctionTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static List<MarketStep> steps() throws Exception {
        return TestSteps.of(TestRecords.market(3_000)).stream()
                .filter(step -> !step.isTrade())
                .toList();
    }

    private static KeyedBroadcastOperatorTestHarness<String, MarketStep, MarketStep, KafkaRecord> open(
            OperatorSubtaskState snapshot) throws Exception {
        var harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new BenchmarkFunction(ETH.toString(), PATIENCE, new TestRegistry()),
                        List.of(BenchmarkFunction.BENCHMARK, BenchmarkFunction.CLOCK)),
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
        return harness;
    }

    /** The benchmark's bars take part in both ways: by broadcast, and among all others. */
    private static List<FeatureVector> run(int shareOfBenchmark, boolean restored) throws Exception {
        var steps = steps();
        var benchmark = steps.stream()
                .filter(step -> step.instrument().equals(ETH.toString()))
                .toList();
        var random = new Random(shareOfBenchmark);
        var sent = new ArrayList<KafkaRecord>();
        var harness = open(null);
        int step = 0;
        int broadcast = 0;
        while (step < steps.size() || broadcast < benchmark.size()) {
            boolean isBroadcast =
                    step == steps.size() || (broadcast < benchmark.size() && random.nextInt(100) < shareOfBenchmark);
            if (isBroadcast) {
                harness.processBroadcastElement(new StreamRecord<>(benchmark.get(broadcast++)));
            } else {
                harness.processElement(new StreamRecord<>(steps.get(step++)));
            }
            if (restored && (step + broadcast) % 100 == 0) {
                sent.addAll(harness.extractOutputValues());
                var snapshot = harness.snapshot(1, 1);
                harness.close();
                harness = open(snapshot);
            }
        }
        sent.addAll(harness.extractOutputValues());
        harness.close();
        return sent.stream().map(record -> decode(Topics.FEATURES, record)).toList();
    }

    private static List<FeatureVector> expected(long interval) throws Exception {
        var set = FeatureSets.named("benchmark");
        var vectors = new ArrayList<FeatureVector>();
        var steps = steps();
        for (var step : steps) {
            if (step.isBar()
                    && step.instrument().equals(BTC.toString())
                    && step.bar().intervalNanos() == interval) {
                var close = close(steps, step.bar());
                var vector = set.update(Sample.of(step.bar(), close), step.knownAtNanos());
                if (!vector.values().isEmpty()) {
                    vectors.add(vector);
                }
            }
        }
        return vectors;
    }

    private static Price close(List<MarketStep> steps, Bar of) {
        return steps.stream()
                .map(MarketStep::bar)
                .filter(bar -> bar != null
                        && bar.instrument().equals(ETH)
                        && bar.intervalNanos() == of.intervalNanos()
                        && bar.openTimeNanos() == of.openTimeNanos())
                .map(Bar::close)
                .findFirst()
                .orElse(null);
    }

    @Test
    void givesTheSameWhateverArrivesFirst() throws Exception {
        var whole = run(50, false);
        assertThat(whole).extracting(FeatureVector::instrument).containsOnly(BTC);
        for (long interval : new long[] {MINUTE, 5 * MINUTE}) {
            assertThat(whole.stream().filter(vector -> vector.intervalNanos() == interval))
                    .hasSizeGreaterThan(15)
                    .containsExactlyElementsOf(expected(interval));
        }
        assertThat(whole.get(whole.size() - 1).values().keySet()).contains("excessReturn(1)");
        assertThat(whole.stream().filter(vector -> vector.values().containsKey("beta(60)")))
                .hasSizeGreaterThan(20);
        for (int shareOfBenchmark : new int[] {0, 100, 10, 90}) {
            assertThat(run(shareOfBenchmark, false)).isEqualTo(whole);
        }
    }

    @Test
    void continuesBitIdenticallyFromSnapshots() throws Exception {
        var whole = run(50, false);
        assertThat(run(5, true)).isEqualTo(whole);
        assertThat(run(60, true)).isEqualTo(whole);
    }

    @Test
    void barsOfWhichTheBenchmarkStaysAwayDoNotWaitForEver() throws Exception {
        var harness = open(null);
        var bars = TestSteps.bars(600);
        for (int i = 0; i < bars.size(); i++) {
            harness.setProcessingTime(i * 1_000L);
            harness.processElement(new StreamRecord<>(bars.get(i)));
        }
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(function(harness).withoutBenchmark.getCount()).isEqualTo(590);
        assertThat(waiting(harness)).isEqualTo(10);
        harness.close();
    }

    @Test
    void aBenchmarkThatIsReadMoreSlowlyIsWaitedFor() throws Exception {
        var harness = open(null);
        for (var bar : TestSteps.bars(600)) {
            harness.processElement(new StreamRecord<>(bar));
        }
        assertThat(function(harness).withoutBenchmark.getCount()).isZero();
        assertThat(waiting(harness)).isEqualTo(600);
        harness.close();
    }

    @Test
    void countsBarsThatAreFurtherBehindThanTheBenchmarkIsKept() throws Exception {
        var harness = open(null);
        for (int i = 0; i < 4 * BenchmarkBars.KEPT; i++) {
            harness.processBroadcastElement(new StreamRecord<>(TestSteps.bar(i, new Price(1_000_000 + i))));
        }
        harness.processBroadcastElement(new StreamRecord<>(TestSteps.clock(4 * BenchmarkBars.KEPT)));
        harness.processElement(new StreamRecord<>(TestSteps.bar(7, new Price(1_000_000))));
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(function(harness).forgotten.getCount()).isEqualTo(1);
        harness.close();
    }

    private static BenchmarkFunction function(
            KeyedBroadcastOperatorTestHarness<String, MarketStep, MarketStep, KafkaRecord> harness) {
        return (BenchmarkFunction) ((AbstractUdfStreamOperator<?, ?>) harness.getOperator()).getUserFunction();
    }

    private static int waiting(KeyedBroadcastOperatorTestHarness<String, MarketStep, MarketStep, KafkaRecord> harness)
            throws Exception {
        var operator = (AbstractUdfStreamOperator<?, ?>) harness.getOperator();
        operator.setCurrentKey(BTC.toString());
        var pending = function(harness).getRuntimeContext().getState(BenchmarkFunction.PENDING);
        return pending.value().bars.size();
    }

    @Test
    void keepsTheLatestBarsOfTheBenchmarkAndFindsThemByTheirOpen() {
        var bars = new BenchmarkBars();
        for (int i = 0; i < 5 * BenchmarkBars.KEPT; i++) {
            bars.add(i * MINUTE, new Price(i + 1));
        }
        assertThat(bars.opensNanos.length).isLessThanOrEqualTo(4 * BenchmarkBars.KEPT);
        for (int i = 4 * BenchmarkBars.KEPT; i < 5 * BenchmarkBars.KEPT; i++) {
            assertThat(bars.close(i * MINUTE)).isEqualTo(new Price(i + 1));
        }
        assertThat(bars.close(0)).isNull();
        assertThat(bars.close(MINUTE + 1)).isNull();
    }
}
