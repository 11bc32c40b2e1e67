package io.millrace.flink.features;

import io.millrace.core.feature.FeatureEngine;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.market.Bar;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The features of the set {@code benchmark}: every instrument's bars beside those of one of them, of the same interval
 * and open time. A bar waits until the benchmark's clock has reached the time at which it was known: then the benchmark's
 * bar is here, or there is none. So what arrives first does not matter.
 *
 * <p>Clocks on analytics.features speak for the other sets only.
 */
final class BenchmarkFunction extends KeyedBroadcastProcessFunction<String, MarketStep, MarketStep, KafkaRecord> {
    /** By interval in nanoseconds; under {@link #CLOCK} the benchmark's clock as the open of a bar. */
    static final MapStateDescriptor<Long, BenchmarkBars> BENCHMARK =
            new MapStateDescriptor<>("benchmark", Types.LONG, TypeInformation.of(BenchmarkBars.class));

    /** Bars that wait for the benchmark. */
    static final ValueStateDescriptor<PendingBars> PENDING =
            new ValueStateDescriptor<>("pending", TypeInformation.of(PendingBars.class));

    private static final long CLOCK = 0;
    private static final long serialVersionUID = 1;

    /** In the order in which they came; public fields so that Flink stores them. */
    public static final class PendingBars {
        public List<MarketStep> bars = new ArrayList<>();

        public PendingBars() {}
    }

    private final String benchmark;
    private final Registry registry;

    private transient Encoder<FeatureVector> vectors;
    private transient FeatureEngine engine;
    private transient FeatureMemory memory;
    private transient ValueState<PendingBars> pending;

    /** @param benchmark the instrument */
    BenchmarkFunction(String benchmark, Registry registry) {
        this.benchmark = benchmark;
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        vectors = new Encoder<>(Topics.FEATURES, registry.connect());
        engine = new FeatureEngine(List.of("benchmark"), List.of());
        memory = new FeatureMemory(getRuntimeContext());
        pending = getRuntimeContext().getState(PENDING);
    }

    @Override
    public void processElement(MarketStep step, ReadOnlyContext context, Collector<KafkaRecord> out) throws Exception {
        if (!step.isBar() || step.bar().isRestatement() || step.instrument().equals(benchmark)) {
            return;
        }
        var known = pending.value();
        var waiting = known == null ? new PendingBars() : known;
        waiting.bars.add(step);
        release(waiting, pending, context.getBroadcastState(BENCHMARK), out);
    }

    @Override
    public void processBroadcastElement(MarketStep step, Context context, Collector<KafkaRecord> out) throws Exception {
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
        known.put(CLOCK, clock(step.knownAtNanos()));
        context.applyToKeyedState(PENDING, (instrument, state) -> {
            var waiting = state.value();
            if (waiting != null) {
                release(waiting, state, known, out);
            }
        });
    }

    private void release(
            PendingBars waiting,
            ValueState<PendingBars> state,
            ReadOnlyBroadcastState<Long, BenchmarkBars> known,
            Collector<KafkaRecord> out)
            throws Exception {
        var clock = known.get(CLOCK);
        int released = 0;
        while (clock != null
                && released < waiting.bars.size()
                && waiting.bars.get(released).knownAtNanos() <= clock.opensNanos[0]) {
            send(waiting.bars.get(released), known, out);
            released++;
        }
        waiting.bars.subList(0, released).clear();
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
        }
    }

    private static BenchmarkBars clock(long timeNanos) {
        var clock = new BenchmarkBars();
        clock.opensNanos[0] = timeNanos;
        return clock;
    }
}
