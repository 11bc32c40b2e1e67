package io.millrace.flink.trades;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.clock.EventBarTimeline;
import io.millrace.core.clock.TradeIntake;
import io.millrace.core.market.Bar;
import io.millrace.core.market.Finding;
import io.millrace.core.market.Findings;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.Retention;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.Trade;
import io.millrace.core.market.bar.BarType;
import io.millrace.core.quality.QualityEvent;
import io.millrace.core.quality.QualityTally;
import io.millrace.flink.job.DataQuality;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The first operator of every job: takes the records of market.trades by instrument, drops what was seen before, and
 * sends on closed and restated bars and clocks. What it cannot use goes to {@link Rejects#TAG} with the reason, what was
 * doubtful to {@link QualityTag#TAG}.
 */
public final class TradesFunction extends KeyedProcessFunction<String, KafkaRecord, MarketStep> {
    /** The record's key is not the instrument in it. */
    static final String KEY_MISMATCH = "KEY_MISMATCH";
    /** The trade's bar was closed already. */
    static final String TRADE_TOO_LATE = "TRADE_TOO_LATE";
    /** The trade's price, quantity or time cannot be. */
    static final String INVALID_VALUE = "INVALID_VALUE";
    /** The bar's volume or notional would not fit. */
    static final String BAR_OVERFLOW = "BAR_OVERFLOW";

    /** The trade that is taken back or corrected is not known, or not remembered any more. */
    static final String TRADE_UNKNOWN = "TRADE_UNKNOWN";
    /** The trade was stamped too far ahead, and nothing confirmed it. */
    static final String TRADE_IN_FUTURE = "TRADE_IN_FUTURE";

    private static final long serialVersionUID = 1;

    private final ArrayList<Long> intervalsNanos;
    private final ArrayList<String> eventBarTypes;
    private final long latenessNanos;
    private final DataQuality quality;
    private final Registry registry;
    private final Rejects rejects;
    private boolean sendsTrades;

    private transient BarTimeline timeline;
    private transient TopicSerde<Trade> trades;
    private transient TradeMetrics metrics;
    private transient ValueState<InstrumentState> state;
    private transient EventBarTimeline eventBars;
    /** Null if there are none. */
    private transient ValueState<EventBarTimeline.State> eventBarState;

    /** The record of a trade that has to be confirmed by another. */
    private transient ValueState<KafkaRecord> held;

    private transient Retention retention;
    private transient QualityRules rules;
    private transient TradeIntake intake;
    private transient Fate fate;
    private transient QualityTally tally;
    private transient Steps steps;

    /**
     * @param stage in whose name unusable records are reported
     * @param intervals of the bars, each a multiple of the smallest
     * @param eventBars types of the bars that something else than time closes
     * @param lateness how far behind the instrument's clock a trade may be
     * @param quality what is doubtful, and how long a bar is restated
     */
    public TradesFunction(
            String stage,
            List<Duration> intervals,
            List<BarType> eventBars,
            Duration lateness,
            DataQuality quality,
            Registry registry) {
        this.intervalsNanos =
                new ArrayList<>(intervals.stream().map(Duration::toNanos).toList());
        this.eventBarTypes =
                new ArrayList<>(eventBars.stream().map(BarType::toString).toList());
        this.latenessNanos = lateness.toNanos();
        this.quality = quality;
        this.registry = registry;
        this.rejects = new Rejects(stage);
    }

    /** Makes it send every trade of a bar, too, as the timeline hands them over. */
    TradesFunction sendingTrades() {
        sendsTrades = true;
        return this;
    }

    @Override
    public void open(OpenContext context) {
        rules = quality.rules();
        timeline = new BarTimeline(
                intervalsNanos, latenessNanos, quality.corrections().toNanos(), rules);
        intake = new TradeIntake(rules.futureAfterNanos());
        fate = new Fate();
        tally = new QualityTally(Collections.min(intervalsNanos));
        retention = new RetentionState(getRuntimeContext());
        held = getRuntimeContext().getState(new ValueStateDescriptor<>("held", TypeInformation.of(KafkaRecord.class)));
        trades = new TopicSerde<>(Topics.TRADES, registry.connect());
        metrics = new TradeMetrics(getRuntimeContext().getMetricGroup());
        steps = new Steps(sendsTrades);
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("instrument", TypeInformation.of(InstrumentState.class)));
        if (!eventBarTypes.isEmpty()) {
            eventBars = new EventBarTimeline(
                    eventBarTypes.stream().map(BarType::parse).toList(), latenessNanos);
            eventBarState = getRuntimeContext()
                    .getState(
                            new ValueStateDescriptor<>("event-bars", TypeInformation.of(EventBarTimeline.State.class)));
        }
    }

    @Override
    public void processElement(KafkaRecord record, Context context, Collector<MarketStep> out) throws Exception {
        steps.out = out;
        try {
            if (record.value == null) {
                var clock = ClockRecords.read(record.headers());
                if (clock.isPresent()) {
                    take(record, clock.get(), context);
                }
            } else {
                take(record, trades.decode(record.value), context);
            }
        } catch (UndecodableException e) {
            metrics.poison.inc();
            context.output(Rejects.TAG, rejects.of(record, e));
        }
    }

    private void take(KafkaRecord record, Clock clock, Context context) throws Exception {
        if (!clock.instrument().isWritten(context.getCurrentKey())) {
            mismatch(record, clock.instrument().toString(), context);
            return;
        }
        var instrument = load();
        steps.begin(instrument, context);
        intake.take(clock, instrument.future, fate.of(record, instrument, null, context));
        send(instrument, out -> {
            timeline.advance(instrument.timeline, clock, retention, out);
            return clock;
        });
        tell(instrument, clock.instrument());
        state.update(instrument);
    }

    private void take(KafkaRecord record, Trade trade, Context context) throws Exception {
        if (!trade.instrument().isWritten(context.getCurrentKey())) {
            mismatch(record, trade.instrument().toString(), context);
            return;
        }
        var instrument = load();
        steps.begin(instrument, context);
        intake.take(trade, instrument.sequence, instrument.future, fate.of(record, instrument, trade, context));
        tell(instrument, trade.instrument());
        state.update(instrument);
    }

    private void count(KafkaRecord record, InstrumentState instrument, Trade trade, int quality, Context context)
            throws Exception {
        var outcome = send(instrument, out -> timeline.add(instrument.timeline, trade, quality, retention, out));
        switch (outcome) {
            case ADDED, IGNORED -> metrics.taken.inc();
            case RESTATED -> {
                metrics.taken.inc();
                metrics.restating.inc();
            }
            case LATE -> late(record, timeline.lagNanos(instrument.timeline, trade), context);
            case UNKNOWN -> unknown(record, trade, context);
            case INVALID -> poison(record, INVALID_VALUE, "price, quantity or time cannot be: " + trade, context);
            case OVERFLOW -> poison(record, BAR_OVERFLOW, "volume or notional of its bar is too large", context);
        }
    }

    /** Lets the timeline send, and puts the event bars between, if there are any. */
    private <R> R send(InstrumentState instrument, EventBarTimeline.Call<R> call) throws Exception {
        if (eventBarState == null) {
            return call.to(steps);
        }
        var known = eventBarState.value();
        var bars = known == null ? new EventBarTimeline.State() : known;
        R result = eventBars.send(bars, timeline.clockNanos(instrument.timeline), steps, call);
        eventBarState.update(bars);
        return result;
    }

    private void tell(InstrumentState instrument, InstrumentId id) {
        tally.tell(instrument.tally, id, timeline.clockNanos(instrument.timeline), steps::tell);
    }

    private void late(KafkaRecord record, long lagNanos, Context context) {
        metrics.late.inc();
        var message = "TRADE_TOO_LATE actual=%s limit=%s behind the instrument's clock"
                .formatted(Duration.ofNanos(lagNanos), Duration.ofNanos(latenessNanos));
        if (!quality.corrections().isZero()) {
            message += ", its bar was restated for " + quality.corrections();
        }
        context.output(Rejects.TAG, rejects.of(record, TRADE_TOO_LATE, message));
    }

    private void unknown(KafkaRecord record, Trade trade, Context context) {
        metrics.unknown.inc();
        var message = "%s actual=%d limit=%s: that trade is in no bar, or in none that is restated any more"
                .formatted(TRADE_UNKNOWN, trade.refersTo(), quality.corrections());
        context.output(Rejects.TAG, rejects.of(record, TRADE_UNKNOWN, message));
    }

    private void mismatch(KafkaRecord record, String instrument, Context context) {
        poison(record, KEY_MISMATCH, "the key must be " + instrument + ", was '" + record.keyText() + "'", context);
    }

    private void poison(KafkaRecord record, String code, String message, Context context) {
        metrics.poison.inc();
        context.output(Rejects.TAG, rejects.of(record, code, message));
    }

    TradeMetrics metrics() {
        return metrics;
    }

    private InstrumentState load() throws Exception {
        var instrument = state.value();
        return instrument == null ? new InstrumentState() : instrument;
    }

    /** What becomes of a record's trade, and of the one that has to be confirmed; reused. */
    private final class Fate implements TradeIntake.Steps<Exception> {
        private KafkaRecord record;
        private InstrumentState instrument;
        private Trade trade;
        private Context context;

        /** @param trade null if the record is a clock */
        private Fate of(KafkaRecord record, InstrumentState instrument, Trade trade, Context context) {
            this.record = record;
            this.instrument = instrument;
            this.trade = trade;
            this.context = context;
            return this;
        }

        @Override
        public long clockNanos() {
            return timeline.clockNanos(instrument.timeline);
        }

        @Override
        public void drop(long lastSequence) {
            metrics.duplicate.inc();
            timeline.flag(instrument.timeline, trade.eventTimeNanos(), QualityFlag.DUPLICATE);
            found(QualityFlag.DUPLICATE, (double) lastSequence - trade.sequence(), 0);
        }

        @Override
        public void gap(long missing) {
            metrics.gaps.inc();
            metrics.missing.inc(missing);
            found(QualityFlag.GAP, (double) missing, 0);
        }

        @Override
        public void count(int quality) throws Exception {
            TradesFunction.this.count(record, instrument, trade, quality, context);
        }

        @Override
        public void hold() throws Exception {
            double ahead = Findings.seconds(trade.eventTimeNanos()) - Findings.seconds(clockNanos());
            found(QualityFlag.FUTURE, ahead, Findings.seconds(rules.futureAfterNanos()));
            held.update(record);
        }

        @Override
        public void countHeld(int quality) throws Exception {
            var waited = held.value();
            held.clear();
            TradesFunction.this.count(waited, instrument, trades.decode(waited.value), quality, context);
        }

        @Override
        public void refuseHeld() throws Exception {
            var message =
                    "TRADE_IN_FUTURE actual=more limit=%s ahead of the instrument's clock, and the next trade was not"
                            .formatted(Duration.ofNanos(rules.futureAfterNanos()));
            poison(held.value(), TRADE_IN_FUTURE, message, context);
            held.clear();
        }

        private void found(QualityFlag flag, double actual, double limit) {
            steps.found(new Finding(flag, trade.eventTimeNanos(), trade.sequence(), actual, limit));
        }
    }

    /** Sends on what the timeline says. */
    private final class Steps implements BarTimeline.Output {
        private final boolean trades;
        private Collector<MarketStep> out;
        private InstrumentState instrument;
        private Context context;

        private void begin(InstrumentState instrument, Context context) {
            this.instrument = instrument;
            this.context = context;
        }

        private Steps(boolean trades) {
            this.trades = trades;
        }

        @Override
        public void trade(SettledTrade trade) {
            if (trades) {
                out.collect(MarketStep.of(trade));
            }
        }

        @Override
        public void bar(Bar bar, long knownAtNanos) {
            out.collect(MarketStep.of(bar, knownAtNanos));
        }

        @Override
        public void clock(Clock clock) {
            out.collect(MarketStep.of(clock));
        }

        @Override
        public void found(Finding finding) {
            metrics.found(finding.flag()).inc();
            tally.add(instrument.tally, finding, timeline.clockNanos(instrument.timeline));
        }

        private void tell(QualityEvent event) {
            context.output(QualityTag.TAG, event);
        }
    }
}
