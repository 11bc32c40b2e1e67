package io.millrace.flink.features;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.market.TradeSequence;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.flink.trades.MarketStep;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The features of an instrument's bars and quotes, and the clocks, as records of analytics.features. What it cannot use
 * of the quotes goes to {@link Rejects#TAG} with the reason.
 *
 * <p>Trades and quotes that wait for each other lie in the state of their instrument, one list each: with heap state a
 * step costs the same however many wait; RocksDB reads and writes the list each time.
 *
 * <p>Where no quotes come, an instrument goes on without them after its {@link Patience}: vectors of the set {@code
 * quotes} that lack some for that reason have the flag {@link QualityFlag#STALE}, and steps are counted.
 */
final class QuotedFeaturesFunction extends KeyedCoProcessFunction<String, MarketStep, KafkaRecord, KafkaRecord> {
    /** The record's key is not the instrument in it. */
    static final String KEY_MISMATCH = "KEY_MISMATCH";
    /** The quote came further behind the others than the lateness bound, or after its instrument went on without it. */
    static final String QUOTE_TOO_LATE = "QUOTE_TOO_LATE";

    /** Counts trades, bars and clocks that went on without their quotes. */
    static final String WITHOUT_QUOTES = "steps_without_quotes";

    private static final long serialVersionUID = 1;

    private final ArrayList<String> sets;
    private final ArrayList<Long> intervalsNanos;
    private final long latenessNanos;
    private final Duration patience;
    private final Registry registry;
    private final Rejects rejects;

    private transient TopicSerde<Quote> quotes;
    private transient MarketMerge merge;
    private transient InstrumentFeatures features;
    private transient ValueState<MarketMerge.State> waiting;
    private transient ValueState<TradeSequence.State> sequence;
    transient Counter withoutQuotes;
    private transient Merged merged;

    /**
     * @param stage in whose name unusable records are reported
     * @param sets of features
     * @param intervals of the bars that come
     * @param lateness how far behind the quotes' clock a quote may be
     * @param patience how far ahead of its quotes an instrument may be before it goes on without them, in event time
     */
    QuotedFeaturesFunction(
            String stage,
            List<String> sets,
            List<Duration> intervals,
            Duration lateness,
            Duration patience,
            Registry registry) {
        this.sets = new ArrayList<>(sets);
        this.intervalsNanos =
                new ArrayList<>(intervals.stream().map(Duration::toNanos).toList());
        this.latenessNanos = lateness.toNanos();
        this.patience = patience;
        this.registry = registry;
        this.rejects = new Rejects(stage);
    }

    @Override
    public void open(OpenContext context) {
        quotes = new TopicSerde<>(Topics.QUOTES, registry.connect());
        merge = new MarketMerge(latenessNanos, new Patience(patience));
        withoutQuotes = getRuntimeContext().getMetricGroup().counter(WITHOUT_QUOTES);
        features = new InstrumentFeatures(getRuntimeContext(), sets, intervalsNanos, registry);
        waiting = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("waiting", TypeInformation.of(MarketMerge.State.class)));
        sequence = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("quote-sequence", TypeInformation.of(TradeSequence.State.class)));
        merged = new Merged();
    }

    @Override
    public void processElement1(MarketStep step, Context context, Collector<KafkaRecord> out) throws Exception {
        merged.out = out;
        var state = waiting();
        merge.add(state, step, context.timerService().currentProcessingTime(), merged);
        waiting.update(state);
    }

    @Override
    public void processElement2(KafkaRecord record, Context context, Collector<KafkaRecord> out) throws Exception {
        merged.out = out;
        try {
            if (record.value == null) {
                var clock = ClockRecords.read(record.headers());
                if (clock.isPresent()) {
                    take(record, clock.get(), context);
                }
            } else {
                take(record, quotes.decode(record.value), context);
            }
        } catch (UndecodableException e) {
            context.output(Rejects.TAG, rejects.of(record, e));
        }
    }

    private void take(KafkaRecord record, Clock clock, Context context) throws Exception {
        if (isAnothers(record, clock.instrument().toString(), context)) {
            return;
        }
        var state = waiting();
        merge.clock(state, clock.timeNanos(), context.timerService().currentProcessingTime(), merged);
        waiting.update(state);
    }

    private void take(KafkaRecord record, Quote quote, Context context) throws Exception {
        if (isAnothers(record, quote.instrument().toString(), context) || isRepeated(quote)) {
            return;
        }
        var state = waiting();
        if (!merge.add(state, quote, context.timerService().currentProcessingTime(), merged)) {
            var message = "QUOTE_TOO_LATE limit=%s behind the instrument's quotes, or %s behind its trades"
                    .formatted(Duration.ofNanos(latenessNanos), patience);
            context.output(Rejects.TAG, rejects.of(record, QUOTE_TOO_LATE, message));
        }
        waiting.update(state);
    }

    private boolean isAnothers(KafkaRecord record, String instrument, Context context) {
        if (instrument.equals(context.getCurrentKey())) {
            return false;
        }
        var message = "the key must be " + instrument + ", was '" + record.keyText() + "'";
        context.output(Rejects.TAG, rejects.of(record, KEY_MISMATCH, message));
        return true;
    }

    private boolean isRepeated(Quote quote) throws Exception {
        var known = sequence.value();
        var state = known == null ? new TradeSequence.State() : known;
        boolean repeated = TradeSequence.next(state, quote.sequence()).isDuplicate();
        sequence.update(state);
        return repeated;
    }

    private MarketMerge.State waiting() throws Exception {
        var known = waiting.value();
        return known == null ? new MarketMerge.State() : known;
    }

    /** Hands on what has found its place. */
    private final class Merged implements MarketMerge.Output {
        private Collector<KafkaRecord> out;

        @Override
        public void step(MarketStep step, boolean unquoted) throws Exception {
            if (unquoted) {
                withoutQuotes.inc();
            }
            features.take(step, unquoted, out);
        }

        @Override
        public void quote(Quote quote) throws Exception {
            features.take(quote);
        }
    }
}
