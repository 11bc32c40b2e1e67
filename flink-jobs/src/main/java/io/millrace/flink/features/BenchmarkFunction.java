package io.millrace.flink.features;

import io.millrace.core.feature.FeatureEngine;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.market.Bar;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The features of the set {@code benchmark}: every instrument's bars beside those of one of them, of the same interval
 * and open time. A bar waits until the benchmark's clock has reached the time at which it was known: then the benchmark's
 * bar is here, or there is none. So what arrives first does not matter, within two bounds: the latest {@value
 * BenchmarkBars#KEPT} bars of the benchmark are kept, and no bar waits longer than {@link Patience} allows for a benchmark
 * of which nothing comes. A bar beyond a bound has no vector and is counted.
 *
 * <p>Clocks on analytics.features speak for the other sets only.
 */
final class BenchmarkFunction extends KeyedBroadcastProcessFunction<String, MarketStep, MarketStep, KafkaRecord> {
    /** By interval in nanoseconds. */
    static final MapStateDescriptor<Long, BenchmarkBars> BENCHMARK =
            new MapStateDescriptor<>("benchmark", Types.LONG, TypeInformation.of(BenchmarkBars.class));

    /** Its clock in nanoseconds, by the benchmark's name. */
    static final MapStateDescriptor<String, Long> CLOCK =
            new MapStateDescriptor<>("benchmark-clock", Types.STRING, Types.LONG);

    /** Bars that wait for the benchmark. */
    static final ValueStateDescriptor<PendingBars> PENDING =
            new ValueStateDescriptor<>("pending", TypeInformation.of(PendingBars.class));

    /** Counts bars of instruments that were so far behind that the benchmark's bar was no longer kept. */
    static final String FORGOTTEN = "bars_behind_benchmark";
    /** Counts bars that went on without the benchmark, as it stayed away. */
    static final String WITHOUT_BENCHMARK = "bars_without_benchmark";

    private static final long serialVersionUID = 1;

    /** In the order in which they came; public fields so that Flink stores them. */
    public static final class PendingBars {
        public List<MarketStep> bars = new ArrayList<>();
        /** Since when something waits, in the time of the machine. */
        public long sinceMillis;

        public PendingBars() {}
    }

    private final String benchmark;
    private final Duration bound;
    private final Registry registry;

    private transient Encoder<FeatureVector> vectors;
    private transient FeatureEngine engine;
    private transient FeatureMemory memory;
    private transient ValueState<PendingBars> pending;
    private transient Patience patience;
    private transient long heardMillis;
    transient Counter forgotten;
    transient Counter withoutBenchmark;

    /**
     * @param benchmark the instrument
     * @param bound how far ahead of the benchmark an instrument may be before it goes on without it, in event time
     */
    BenchmarkFunction(String benchmark, Duration bound, Registry registry) {
        this.benchmark = benchmark;
        this.bound = bound;
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        vectors = new Encoder<>(Topics.FEATURES, registry.connect());
        engine = new FeatureEngine(List.of("benchmark"), List.of());
        memory = new FeatureMemory(getRuntimeContext());
        pending = getRuntimeContext().getState(PENDING);
        patience = new Patience(bound);
        forgotten = getRuntimeContext().getMetricGroup().counter(FORGOTTEN);
        withoutBenchmark = getRuntimeContext().getMetricGroup().counter(WITHOUT_BENCHMARK);
    }

    @Override
    public void processElement(MarketStep step, ReadOnlyContext context, Collector<KafkaRecord> out) throws Exception {
        if (!step.isBar() || step.bar().isRestatement() || step.instrument().equals(benchmark)) {
            return;
        }
        var known = pending.value();
        var waiting = known == null ? new PendingBars() : known;
        long now = context.currentProcessingTime();
        waiting.sinceMillis = waiting.bars.isEmpty() ? now : waiting.sinceMillis;
        waiting.bars.add(step);
        release(waiting, context.getBroadcastState(CLOCK).get(benchmark), context.getBroadcastState(BENCHMARK), out);
        if (patience.isQuiet(Math.max(heardMillis, waiting.sinceMillis), now)) {
            giveUp(waiting, patience.horizonNanos(step.knownAtNanos()));
        }
        store(waiting, pending);
    }

    @Override
    public void processBroadcastElement(MarketStep step, Context context, Collector<KafkaRecord> out) throws Exception {
        heardMillis = context.currentProcessingTime();
        var known = context.getBroadcastState(BENCHMARK);
        if (step.isBar()) {
            if (!step.bar().isRestatement()) {
                var bars = known.get(step.bar().intervalNanos());
                var kept = bars == null ? new BenchmarkBars() : bars;
                kept.add(step.bar().openTimeNanos(), step.bar().close());
                known.put(step.bar().intervalNanos(), kept);
            }
            return;
        }
        long clock = step.knownAtNanos();
        context.getBroadcastState(CLOCK).put(benchmark, clock);
        context.applyToKeyedState(PENDING, (instrument, state) -> {
            var waiting = state.value();
            if (waiting != null) {
                release(waiting, clock, known, out);
                store(waiting, state);
            }
        });
    }

    /** @param clockNanos the benchmark's, null while there is none */
    private void release(
            PendingBars waiting,
            Long clockNanos,
            ReadOnlyBroadcastState<Long, BenchmarkBars> known,
            Collector<KafkaRecord> out)
            throws Exception {
        int released = 0;
        while (clockNanos != null
                && released < waiting.bars.size()
                && waiting.bars.get(released).knownAtNanos() <= clockNanos) {
            send(waiting.bars.get(released), known, out);
            released++;
        }
        waiting.bars.subList(0, released).clear();
    }

    /** The bars before the horizon have no vectors: the benchmark's bar may be there, but is not here. */
    private void giveUp(PendingBars waiting, long horizonNanos) {
        int over = 0;
        while (over < waiting.bars.size() && waiting.bars.get(over).knownAtNanos() <= horizonNanos) {
            over++;
        }
        waiting.bars.subList(0, over).clear();
        withoutBenchmark.inc(over);
    }

    private static void store(PendingBars waiting, ValueState<PendingBars> state) throws Exception {
        if (waiting.bars.isEmpty()) {
            state.clear();
        } else {
            state.update(waiting);
        }
    }

    private void send(MarketStep step, ReadOnlyBroadcastState<Long, BenchmarkBars> known, Collector<KafkaRecord> out)
            throws Exception {
        Bar bar = step.bar();
        var bars = known.get(bar.intervalNanos());
        var close = bars == null ? null : bars.close(bar.openTimeNanos());
        if (close != null) {
            engine.beside(memory, bar, close, step.knownAtNanos(), vector -> out.collect(vectors.value(vector)));
        } else if (bars != null && bars.isForgotten(bar.openTimeNanos())) {
            forgotten.inc();
        }
    }
}
