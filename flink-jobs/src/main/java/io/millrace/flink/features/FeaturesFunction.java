package io.millrace.flink.features;

import io.millrace.core.feature.FeatureSet;
import io.millrace.core.feature.FeatureVector;
import io.millrace.core.market.Bar;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.Topics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The features of an instrument's bars, one set for each interval, and the clocks, as records of analytics.features. */
final class FeaturesFunction extends KeyedProcessFunction<String, MarketStep, KafkaRecord> {
    private static final long serialVersionUID = 1;

    private final Registry registry;
    private transient Encoder<FeatureVector> vectors;
    /** By set, its version and interval: the set's memory. A new version of a set warms up anew. */
    private transient MapState<String, double[]> memory;

    FeaturesFunction(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        vectors = new Encoder<>(Topics.FEATURES, registry.connect());
        memory = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "features", Types.STRING, PrimitiveArrayTypeInfo.DOUBLE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(MarketStep step, Context context, Collector<KafkaRecord> out) throws Exception {
        if (step.isBar()) {
            var vector = update(step.bar(), step.knownAtNanos());
            if (!vector.values().isEmpty()) {
                out.collect(vectors.value(vector));
            }
        } else {
            out.collect(vectors.clock(step.clock()));
        }
    }

    private FeatureVector update(Bar bar, long knownAtNanos) throws Exception {
        var features = FeatureSet.basic();
        var key = features.name() + "/" + features.version() + "/" + bar.intervalNanos();
        double[] known = memory.get(key);
        if (known != null) {
            features.restore(known);
        }
        var vector = features.update(bar, knownAtNanos);
        memory.put(key, features.snapshot());
        return vector;
    }
}
