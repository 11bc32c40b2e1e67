package io.millrace.core.market;

import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bars of several intervals of one instrument: trades into those of the smallest, and these, once closed, into the
 * larger ones. Bars that closed within a horizon are said again when a late trade, a bust or a correction changes them.
 *
 * <p>Not for several threads: it reuses its own objects from call to call. What is remembered is in its arguments.
 */
public final class BarLadder {
    /** Where trades and bars go; those of one call in no particular order between trades and bars. */
    public interface Output extends Findings {
        /** A trade that has its place in the order. */
        void trade(SettledTrade trade);

        /** A bar that closed or, with a {@link Bar#revision()} above zero, is said again. */
        void bar(Bar bar);
    }

    private final BarBuilder smallest;
    private final ClosedBars closed;
    private final List<LargerBars> larger = new ArrayList<>();
    private final long horizonNanos;
    private final QualityRules rules;
    private final Long smallestKey;
    private final Step step = new Step();

    /**
     * @param intervalsNanos lengths of the bars, each a multiple of the smallest
     * @param latenessNanos how far behind the instrument's clock a trade may be
     * @param horizonNanos for how long after it closed a bar of the smallest interval can be restated, 0 for never
     */
    public BarLadder(List<Long> intervalsNanos, long latenessNanos, long horizonNanos, QualityRules rules) {
        if (horizonNanos < 0) {
            throw new IllegalArgumentException("the horizon of corrections must be >= 0 ns, was " + horizonNanos);
        }
        var ascending = intervalsNanos.stream().distinct().sorted().toList();
        this.smallest = new BarBuilder(ascending.get(0), latenessNanos, rules);
        this.smallestKey = smallest.intervalNanos();
        this.closed = new ClosedBars(smallest.intervalNanos());
        this.horizonNanos = horizonNanos;
        this.rules = rules;
        for (long interval : ascending.subList(1, ascending.size())) {
            if (interval % smallest.intervalNanos() != 0) {
                throw new IllegalArgumentException("an interval must be a multiple of the smallest, "
                        + smallest.intervalNanos() + " ns, was " + interval + " ns");
            }
            larger.add(new LargerBars(interval, restates()));
        }
    }

    public long latenessNanos() {
        return smallest.latenessNanos();
    }

    /** The event time at which a bar is known: its end plus the lateness bound. */
    public long knownAtNanos(Bar bar) {
        return smallest.knownAtNanos(bar);
    }

    /** The instrument's clock, {@link Long#MIN_VALUE} before its first record. */
    public long clockNanos(Map<Long, OpenBars> states) {
        return small(states).clockNanos;
    }

    /**
     * Closes the bars that are due by the trade's time, then counts the trade; or takes back or corrects another, which
     * moves no clock.
     *
     * @param quality what was seen on its arrival
     */
    public Outcome add(Map<Long, OpenBars> states, Trade trade, int quality, Retention retention, Output out) {
        var state = small(states);
        if (trade.action() == TradeAction.BUST) {
            step.begin(trade.instrument(), retention, out);
            return restate(states, restatement(states, retention).correct(trade));
        }
        if (!smallest.isValid(trade)) {
            return Outcome.INVALID;
        }
        step.begin(trade.instrument(), retention, out);
        if (trade.action() == TradeAction.CORRECT) {
            return restate(states, restatement(states, retention).correct(trade));
        }
        long time = trade.eventTimeNanos();
        advance(states, time, retention);
        state.silenceTold = false;
        long notional;
        try {
            notional = BarSums.notional(trade.price().units(), trade.quantity().units());
        } catch (ArithmeticException e) {
            return Outcome.OVERFLOW;
        }
        if (!hasRoom(state, trade.quantity().units(), notional)) {
            return Outcome.OVERFLOW;
        }
        boolean behind = time < state.clockNanos;
        int flags = behind ? quality | QualityFlag.OUT_OF_ORDER.bit() : quality;
        var outcome = smallest.place(state, trade, notional, flags, step);
        if (outcome == Outcome.IGNORED) {
            step.found(QualityFlag.ZERO_SIZE, time, trade.sequence(), 0, 0);
        } else if (behind) {
            outcome = behind(states, trade, quality, outcome, retention);
        }
        return outcome;
    }

    private Outcome behind(Map<Long, OpenBars> states, Trade trade, int quality, Outcome outcome, Retention retention) {
        var state = small(states);
        long time = trade.eventTimeNanos();
        var flag = outcome == Outcome.LATE ? QualityFlag.LATE : QualityFlag.OUT_OF_ORDER;
        step.found(
                flag,
                time,
                trade.sequence(),
                Findings.seconds(state.clockNanos - time),
                Findings.seconds(latenessNanos()));
        if (outcome == Outcome.LATE && isRestatable(state, time)) {
            return restate(states, restatement(states, retention).late(trade, quality));
        }
        if (outcome == Outcome.ADDED && restates() && time < smallest.horizon(state)) {
            restatement(states, retention).reorder(smallest.openTimeOf(time));
        }
        return outcome;
    }

    private Outcome restate(Map<Long, OpenBars> states, Outcome outcome) {
        measure(states);
        return outcome;
    }

    /** Flags the bar of a time, if there is one that is not closed: of a record that was not counted. */
    public void flag(Map<Long, OpenBars> states, long timeNanos, QualityFlag flag) {
        var state = small(states);
        int index = BarBuilder.indexOf(state, smallest.openTimeOf(timeNanos));
        if (index >= 0) {
            Quality.flag(state.bars.get(index), flag.bit());
        }
    }

    /** Moves the instrument's clock, never back, and closes the bars that are due. */
    public void advance(
            Map<Long, OpenBars> states, InstrumentId instrument, long clockNanos, Retention retention, Output out) {
        step.begin(instrument, retention, out);
        var state = small(states);
        advance(states, clockNanos, retention);
        long silence = state.tickPriceUnits == 0 || state.settledNanos == 0 || !state.unsettled.isEmpty()
                ? 0
                : clockNanos - state.settledNanos;
        if (silence > rules.staleAfterNanos() && !state.silenceTold) {
            state.silenceTold = true;
            step.found(
                    QualityFlag.STALE,
                    clockNanos,
                    0,
                    Findings.seconds(silence),
                    Findings.seconds(rules.staleAfterNanos()));
        }
    }

    private void advance(Map<Long, OpenBars> states, long clockNanos, Retention retention) {
        var state = small(states);
        if (clockNanos <= state.clockNanos) {
            return;
        }
        long before = smallest.openTimeOf(smallest.horizon(state));
        step.closed.clear();
        smallest.advance(state, clockNanos, step);
        long horizon = smallest.horizon(state);
        if (smallest.openTimeOf(horizon) != before) {
            close(states, horizon, retention);
        }
    }

    /** Passes on what closed when the horizon went over the end of a bar. */
    private void close(Map<Long, OpenBars> states, long horizon, Retention retention) {
        var state = small(states);
        for (int i = 0; i < step.closed.size(); i++) {
            var bar = step.closed.get(i);
            if (restates()) {
                closed.put(state, bar, retention);
            }
            for (var bars : larger) {
                bars.add(bars.state(states), bar, retention);
            }
            step.say(bar, smallest.intervalNanos());
        }
        for (int i = 0; i < larger.size(); i++) {
            var bars = larger.get(i);
            bars.close(bars.state(states), horizon, retention, bar -> step.say(bar, bars.intervalNanos()));
        }
        measure(states);
        forget(states, restates() ? forgottenNanos(horizon) : Long.MAX_VALUE, retention);
    }

    /** Bars that can no longer be restated are no longer kept. */
    private void forget(Map<Long, OpenBars> states, long timeNanos, Retention retention) {
        var state = small(states);
        closed.forget(state, timeNanos, retention, bar -> {
            SettledTrades.forget(bar, retention);
            larger.forEach(bars -> bars.settle(bar, timeNanos, retention));
        });
        larger.forEach(bars -> bars.forget(bars.state(states), timeNanos, retention));
    }

    private boolean isRestatable(OpenBars state, long timeNanos) {
        return restates()
                && smallest.openTimeOf(timeNanos) + smallest.intervalNanos() > forgottenNanos(smallest.horizon(state));
    }

    /** Bars that ended at or before this time stay as they are. */
    private long forgottenNanos(long horizon) {
        return horizon < Long.MIN_VALUE + horizonNanos ? Long.MIN_VALUE : horizon - horizonNanos;
    }

    private boolean restates() {
        return horizonNanos > 0;
    }

    /** Whether volume and notional have room in the bars below and in the larger ones that hold them. */
    private static boolean hasRoom(OpenBars state, long quantityUnits, long notionalUnits) {
        long used = state.largestSumUnits;
        for (int i = 0; i < state.bars.size() && used >= 0; i++) {
            used += Math.max(state.bars.get(i).volumeUnits, state.bars.get(i).notionalUnits);
        }
        return used >= 0 && used + Math.max(quantityUnits, notionalUnits) >= 0;
    }

    private void measure(Map<Long, OpenBars> states) {
        long largest = 0;
        for (int i = 0; i < larger.size(); i++) {
            for (var bar : larger.get(i).state(states).bars) {
                largest = Math.max(largest, Math.max(bar.volumeUnits, bar.notionalUnits));
            }
        }
        small(states).largestSumUnits = largest;
    }

    private Restatement restatement(Map<Long, OpenBars> states, Retention retention) {
        return new Restatement(smallest, larger, states, retention, step);
    }

    private OpenBars small(Map<Long, OpenBars> states) {
        return of(states, smallestKey);
    }

    static OpenBars of(Map<Long, OpenBars> states, Long intervalNanos) {
        var state = states.get(intervalNanos);
        if (state == null) {
            state = new OpenBars();
            states.put(intervalNanos, state);
        }
        return state;
    }

    /** One call: what builder and restatement say, made into what is sent. */
    private final class Step implements BarBuilder.Listener, Restatement.Output {
        private final List<PartialBar> closed = new ArrayList<>();
        private InstrumentId instrument;
        private Retention retention;
        private Output out;

        private void begin(InstrumentId instrument, Retention retention, Output out) {
            this.instrument = instrument;
            this.retention = retention;
            this.out = out;
        }

        @Override
        public void settled(UnsettledTrade trade, PartialBar bar, long side) {
            if (restates()) {
                SettledTrades.append(bar, trade, retention);
            }
            out.trade(new SettledTrade(
                    instrument,
                    trade.eventTimeNanos,
                    trade.sequence,
                    trade.priceUnits,
                    trade.quantityUnits,
                    (int) side,
                    trade.side != 0,
                    trade.quality));
        }

        @Override
        public void closed(PartialBar bar) {
            closed.add(bar);
        }

        @Override
        public void restated(PartialBar bar, long intervalNanos) {
            out.bar(BarSums.bar(instrument, bar, intervalNanos));
        }

        @Override
        public void found(QualityFlag flag, long timeNanos, long sequence, double actual, double limit) {
            out.found(flag, timeNanos, sequence, actual, limit);
        }

        private void say(PartialBar bar, long intervalNanos) {
            if (bar.tradeCount > 0) {
                out.bar(BarSums.bar(instrument, bar, intervalNanos));
            }
        }
    }

    /** Makes what a release stored that counted every trade in the bars of all intervals into what this one stores. */
    public void adopt(Map<Long, OpenBars> states) {
        var open = small(states).bars;
        for (var bars : larger) {
            bars.adopt(bars.state(states), open);
        }
        measure(states);
    }
}
