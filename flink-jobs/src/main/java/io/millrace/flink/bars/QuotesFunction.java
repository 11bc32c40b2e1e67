package io.millrace.flink.bars;

import io.millrace.core.market.Quote;
import io.millrace.core.quality.CrossedQuotes;
import io.millrace.core.quality.QualityEvent;
import io.millrace.core.quality.QualityTally;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Looks for crossed quotes: at most one record of market.quality per instrument and smallest bar, told by the first quote
 * of a later one. What cannot be read goes to {@link Rejects#TAG}.
 */
final class QuotesFunction extends KeyedProcessFunction<String, KafkaRecord, KafkaRecord> {
    private static final long serialVersionUID = 1;

    private final long intervalNanos;
    private final Registry registry;
    private final Rejects rejects;
    private transient TopicSerde<Quote> quotes;
    private transient Encoder<QualityEvent> events;
    private transient QualityTally tally;
    /** Only of instruments on which something was found that is not told yet. */
    private transient ValueState<QualityTally.State> found;

    /** @param stage in whose name unusable records are reported */
    QuotesFunction(String stage, Duration interval, Registry registry) {
        this.intervalNanos = interval.toNanos();
        this.registry = registry;
        this.rejects = new Rejects(stage);
    }

    @Override
    public void open(OpenContext context) {
        var schemas = registry.connect();
        quotes = new TopicSerde<>(Topics.QUOTES, schemas);
        events = new Encoder<>(Topics.QUALITY, schemas);
        tally = new QualityTally(intervalNanos);
        found = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("found", TypeInformation.of(QualityTally.State.class)));
    }

    @Override
    public void processElement(KafkaRecord record, Context context, Collector<KafkaRecord> out) throws Exception {
        if (record.value == null) {
            return;
        }
        try {
            take(quotes.decode(record.value), out);
        } catch (UndecodableException e) {
            context.output(Rejects.TAG, rejects.of(record, e));
        }
    }

    private void take(Quote quote, Collector<KafkaRecord> out) throws Exception {
        var finding = CrossedQuotes.judge(quote);
        var known = found.value();
        if (known == null && finding.isEmpty()) {
            return;
        }
        var state = known == null ? new QualityTally.State() : known;
        tally.tell(state, quote.instrument(), quote.eventTimeNanos(), event -> out.collect(events.value(event)));
        finding.ifPresent(crossed -> tally.add(state, crossed, quote.eventTimeNanos()));
        found.update(state.entries.isEmpty() ? null : state);
    }
}
