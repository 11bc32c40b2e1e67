package io.millrace.flink.bars;

import io.millrace.core.quality.QualityEvent;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.schemas.Topics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** What was doubtful about trades as records of market.quality. */
final class QualityRecords extends RichMapFunction<QualityEvent, KafkaRecord> {
    private static final long serialVersionUID = 1;

    private final Registry registry;
    private transient Encoder<QualityEvent> events;

    QualityRecords(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void open(OpenContext context) {
        events = new Encoder<>(Topics.QUALITY, registry.connect());
    }

    @Override
    public KafkaRecord map(QualityEvent event) {
        return events.value(event);
    }
}
