package io.millrace.flink.trades;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.clock.EventBarTimeline;
import io.millrace.core.market.Bar;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.market.bar.BarType;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import io.millrace.flink.kafka.Rejects;
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
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The first operator of every job: takes the records of market.trades by instrument, drops what was seen before, counts
 * gaps, and sends on closed bars and clocks. What it cannot use goes to {@link Rejects#TAG} with the reason.
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

    private static final long serialVersionUID = 1;

    private final ArrayList<Long> intervalsNanos;
    private final ArrayList<String> eventBarTypes;
    private final long latenessNanos;
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

    private transient Steps steps;

    /**
     * @param stage in whose name unusable records are reported
     * @param intervals of the bars, each a multiple of the smallest
     * @param eventBars types of the bars that something else than time closes
     * @param lateness how far behind the instrument's clock a trade may be
     */
    public TradesFunction(
            String stage, List<Duration> intervals, List<BarType> eventBars, Duration lateness, Registry registry) {
        this.intervalsNanos =
                new ArrayList<>(intervals.stream().map(Duration::toNanos).toList());
        this.eventBarTypes =
                new ArrayList<>(eventBars.stream().map(BarType::toString).toList());
        this.latenessNanos = lateness.toNanos();
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
        timeline = new BarTimeline(intervalsNanos, latenessNanos);
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
        send(instrument, out -> {
            timeline.advance(instrument.timeline, clock, out);
            return clock;
        });
        state.update(instrument);
    }

    private void take(KafkaRecord record, Trade trade, Context context) throws Exception {
        if (!trade.instrument().isWritten(context.getCurrentKey())) {
            mismatch(record, trade.instrument().toString(), context);
            return;
        }
        var instrument = load();
        var verdict = TradeSequence.next(instrument.sequence, trade.sequence());
        if (verdict.isDuplicate()) {
            metrics.duplicate.inc();
            return;
        }
        if (verdict.missing() > 0) {
            metrics.gaps.inc();
            metrics.missing.inc(verdict.missing());
        }
        var outcome = send(instrument, out -> timeline.add(instrument.timeline, trade, out));
        state.update(instrument);
        switch (outcome) {
            case ADDED, IGNORED -> metrics.taken.inc();
            case LATE -> late(record, timeline.lagNanos(instrument.timeline, trade), context);
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

    private void late(KafkaRecord record, long lagNanos, Context context) {
        metrics.late.inc();
        var message = "TRADE_TOO_LATE actual=%s limit=%s behind the instrument's clock"
                .formatted(Duration.ofNanos(lagNanos), Duration.ofNanos(latenessNanos));
        context.output(Rejects.TAG, rejects.of(record, TRADE_TOO_LATE, message));
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

    /** Sends on what the timeline says. */
    private static final class Steps implements BarTimeline.Output {
        private final boolean trades;
        private Collector<MarketStep> out;

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
    }
}
