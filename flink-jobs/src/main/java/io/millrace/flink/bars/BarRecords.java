package io.millrace.flink.bars;

import io.millrace.core.market.Bar;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.Topics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Bars and clocks as records of market.bars. */
final class BarRecords extends RichMapFunction<MarketStep, KafkaRecord> {
    private static final long serialVersionUID = 1;

    private final Registry registry;
    private transient Encoder<Bar> bars;

    BarRecords(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        bars = new Encoder<>(Topics.BARS, registry.connect());
    }

    @Override
    public KafkaRecord map(MarketStep step) {
        return step.isBar() ? bars.value(step.bar()) : bars.clock(step.clock());
    }
}
