package io.millrace.flink.features;

import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The features of an instrument's bars, and the clocks, as records of analytics.features. */
final class FeaturesFunction extends KeyedProcessFunction<String, MarketStep, KafkaRecord> {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> sets;
    private final ArrayList<Long> intervalsNanos;
    private final Registry registry;
    private transient InstrumentFeatures features;

    /**
     * @param sets of features
     * @param intervals of the bars that come
     */
    FeaturesFunction(List<String> sets, List<Duration> intervals, Registry registry) {
        this.sets = new ArrayList<>(sets);
        this.intervalsNanos =
                new ArrayList<>(intervals.stream().map(Duration::toNanos).toList());
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        features = new InstrumentFeatures(getRuntimeContext(), sets, intervalsNanos, registry);
    }

    @Override
    public void processElement(MarketStep step, Context context, Collector<KafkaRecord> out) throws Exception {
        features.take(step, false, out);
    }
}
