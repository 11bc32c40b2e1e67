package io.millrace.flink.bars;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.indicator.catalogue.IndicatorSet;
import io.millrace.core.market.Bar;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.flink.trades.SaidBars;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The indicators of an instrument's bars, one set for each interval and each other type of bars, as records of
 * analytics.indicators. An indicator that the job no longer computes is forgotten with the instrument's next bars; one
 * that is asked for anew begins with the bars that may still be restated.
 *
 * <p>A restated bar rolls the indicators back to before it: its snapshot and those of the bars behind it go out again.
 */
final class IndicatorsFunction extends KeyedProcessFunction<String, MarketStep, KafkaRecord> {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> names;
    private final Duration corrections;
    private final Registry registry;
    private transient Encoder<IndicatorSnapshot> snapshots;
    /** Serves every instrument and interval in turn. */
    private transient IndicatorSet indicators;
    /**
     * By interval in nanoseconds, then by indicator: the indicator's memory, as it was before the oldest bar that may
     * still be restated.
     */
    private transient MapState<Long, Map<String, double[]>> memory;
    /** Of bars that time does not close: by their type, then by indicator. */
    private transient MapState<String, Map<String, double[]>> memoryByType;

    private transient SaidBars said;

    /** @param corrections for how long a bar may be restated */
    IndicatorsFunction(List<String> names, Duration corrections, Registry registry) {
        this.corrections = corrections;
        this.names = new ArrayList<>(names);
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        indicators = IndicatorSet.of(names);
        snapshots = new Encoder<>(Topics.INDICATORS, registry.connect());
        var byName = Types.MAP(Types.STRING, PrimitiveArrayTypeInfo.DOUBLE_PRIMITIVE_ARRAY_TYPE_INFO);
        memory = getRuntimeContext().getMapState(new MapStateDescriptor<>("indicators", Types.LONG, byName));
        memoryByType =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("indicators-by-type", Types.STRING, byName));
        said = new SaidBars(getRuntimeContext(), "indicators-said", corrections);
    }

    @Override
    public void processElement(MarketStep step, Context context, Collector<KafkaRecord> out) throws Exception {
        if (!step.isBar()) {
            return;
        }
        if (!step.bar().type().equals(Bar.TIME)) {
            if (step.bar().isRestatement()) {
                // Only bars of time are remembered for it: the indicators of others stay as they were said first.
                return;
            }
            var known = memoryByType.get(step.bar().type());
            var indicators = memory(step, out);
            indicators.restore(known);
            indicators.say(step.bar());
            memoryByType.put(step.bar().type(), indicators.save());
            return;
        }
        long interval = step.bar().intervalNanos();
        var known = memory.get(interval);
        if (step.bar().isRestatement()) {
            said.again(step.bar(), known, memory(step, out));
        } else {
            var moved = said.first(step.bar(), known, memory(step, out));
            if (moved != known) {
                memory.put(interval, moved);
            }
        }
    }

    private SaidBars.Memory<Map<String, double[]>> memory(MarketStep step, Collector<KafkaRecord> out) {
        return new SaidBars.Memory<>() {
            @Override
            public void restore(Map<String, double[]> stored) {
                indicators.restore(stored == null ? Map.of() : stored);
            }

            @Override
            public void observe(Bar bar) {
                indicators.observe(BarValues.of(bar));
            }

            @Override
            public void say(Bar bar) {
                indicators
                        .update(bar, step.knownAtNanos())
                        .ifPresent(snapshot -> out.collect(snapshots.value(snapshot)));
            }

            @Override
            public Map<String, double[]> save() {
                return indicators.snapshot();
            }
        };
    }
}
