package io.millrace.core.clock;

import io.millrace.core.market.Bar;
import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.market.BarLadder;
import io.millrace.core.market.Finding;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.OpenBars;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.Retention;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bars of several intervals of one instrument and the clocks between them, in the one order in which every reader
 * sees them: by end of the bar, then by interval; after the bars of one end a clock at the time at which they were
 * known. What follows from a bar happens at that time, so the clock that comes behind it holds.
 *
 * <p>The larger intervals are multiples of the smallest: a trade that is too late for any bar is too late for its bar of
 * the smallest interval. Such a trade is in no bar at all, so bars of all intervals tell the same story.
 */
public final class BarTimeline {
    private static final Comparator<Bar> ORDER =
            Comparator.comparingLong(Bar::endTimeNanos).thenComparingLong(Bar::intervalNanos);

    /** Where trades, bars and clocks go. */
    public interface Output {
        /**
         * A trade of a bar, once each, by (event time, sequence), as soon as nothing earlier is waited for: after the
         * bars that ended at or before its time, before the bars that hold it. One that comes further behind the
         * clock than the lateness bound, but whose smallest bar is still open, has missed its place and comes at once.
         * Trades that are in no bar (late, without quantity) do not come.
         */
        default void trade(SettledTrade trade) {}

        /** A bar, known at an event time: its end plus the lateness bound, or for a restatement the instrument's clock. */
        void bar(Bar bar, long knownAtNanos);

        /** Something was doubtful; behind the trades and bars of the same step. */
        default void found(Finding finding) {}

        void clock(Clock clock);
    }

    /** What is remembered of one instrument; public fields so that a stream engine stores it field by field. */
    public static final class State {
        /** By interval in nanoseconds. */
        public Map<Long, OpenBars> openBars = new HashMap<>();

        /** Close of the latest bar, count of 1e-8; 0 before the first. */
        public long markUnits;

        /** Event time of the trade that made the mark. */
        public long markTimeNanos;

        /** Quality flags of the bar that made the mark. */
        public int markQuality;

        /** Time of the last clock sent. */
        public long clockNanos = Long.MIN_VALUE;

        /** 1 where larger bars are made of closed smaller ones; 0 in what an earlier release stored. */
        public int layout;

        public State() {}
    }

    private static final int LAYOUT = 1;

    private final BarLadder ladder;
    private final Step step = new Step();

    /**
     * Bars that are never restated.
     *
     * @param intervalsNanos lengths of the bars, each a multiple of the smallest
     * @param latenessNanos how far behind the instrument's clock a trade may be
     */
    public BarTimeline(List<Long> intervalsNanos, long latenessNanos) {
        this(intervalsNanos, latenessNanos, 0, QualityRules.STANDARD);
    }

    /**
     * @param intervalsNanos lengths of the bars, each a multiple of the smallest
     * @param latenessNanos how far behind the instrument's clock a trade may be
     * @param correctionsNanos for how long after it closed a bar of the smallest interval can be restated, 0 for never
     */
    public BarTimeline(List<Long> intervalsNanos, long latenessNanos, long correctionsNanos, QualityRules rules) {
        ladder = new BarLadder(intervalsNanos, latenessNanos, correctionsNanos, rules);
    }

    public long latenessNanos() {
        return ladder.latenessNanos();
    }

    /** Closes the bars that are due by the trade's time, then counts the trade in the bars of all intervals. */
    public Outcome add(State state, Trade trade, Output out) {
        return add(state, trade, 0, Retention.NONE, out);
    }

    /**
     * Closes the bars that are due by the trade's time, then counts the trade in the bars of all intervals; or takes back
     * or corrects another trade, which moves no clock.
     *
     * @param quality what was seen on its arrival
     * @param retention of the instrument
     */
    public Outcome add(State state, Trade trade, int quality, Retention retention, Output out) {
        adopt(state);
        step.begin();
        var outcome = ladder.add(state.openBars, trade, quality, retention, step);
        send(state, trade.instrument(), out);
        return outcome;
    }

    /** Closes the bars that are due by a clock of the market, and passes the clock on behind them. */
    public void advance(State state, Clock market, Output out) {
        advance(state, market, Retention.NONE, out);
    }

    /**
     * Closes the bars that are due by a clock of the market, and passes the clock on behind them.
     *
     * @param retention of the instrument
     */
    public void advance(State state, Clock market, Retention retention, Output out) {
        adopt(state);
        step.begin();
        ladder.advance(state.openBars, market.instrument(), market.timeNanos(), retention, step);
        send(state, market.instrument(), out);
        clock(state, market.instrument(), market.timeNanos(), out);
    }

    /** Flags the bar of a time, if there is one that is not closed: of a record that was not counted. */
    public void flag(State state, long timeNanos, QualityFlag flag) {
        ladder.flag(state.openBars, timeNanos, flag);
    }

    /** The instrument's clock, {@link Long#MIN_VALUE} before its first record. */
    public long clockNanos(State state) {
        return ladder.clockNanos(state.openBars);
    }

    /** How far a trade is behind the instrument's clock. */
    public long lagNanos(State state, Trade trade) {
        return clockNanos(state) - trade.eventTimeNanos();
    }

    private void adopt(State state) {
        if (state.layout != LAYOUT) {
            ladder.adopt(state.openBars);
            state.layout = LAYOUT;
        }
    }

    private void send(State state, InstrumentId instrument, Output out) {
        var closed = step.bars;
        var settled = step.trades;
        int sent = 0;
        closed.sort(ORDER);
        for (int i = 0; i < closed.size(); i++) {
            var bar = closed.get(i);
            if (bar.isRestatement()) {
                // Known now; no clock says so, since the one of its time was sent before.
                out.bar(bar, ladder.clockNanos(state.openBars));
                continue;
            }
            // However far one step of the clock leaps, trades and bars leave in the order of small steps.
            while (sent < settled.size() && settled.get(sent).eventTimeNanos() < bar.endTimeNanos()) {
                out.trade(settled.get(sent++));
            }
            long knownAt = ladder.knownAtNanos(bar);
            out.bar(bar, knownAt);
            if (bar.lastTradeNanos() >= state.markTimeNanos || state.markUnits == 0) {
                // Of several bars that end with the same trade the first is the smallest: it says the most of the
                // trade.
                boolean newer = bar.lastTradeNanos() > state.markTimeNanos || state.markUnits == 0;
                state.markQuality = newer ? bar.quality() : state.markQuality;
                state.markUnits = bar.close().units();
                state.markTimeNanos = bar.lastTradeNanos();
            }
            boolean lastOfItsEnd = i + 1 == closed.size() || closed.get(i + 1).endTimeNanos() != bar.endTimeNanos();
            if (lastOfItsEnd) {
                clock(state, instrument, knownAt, out);
            }
        }
        while (sent < settled.size()) {
            out.trade(settled.get(sent++));
        }
        for (var finding : step.findings) {
            out.found(finding);
        }
    }

    private static void clock(State state, InstrumentId instrument, long timeNanos, Output out) {
        if (timeNanos > state.clockNanos) {
            state.clockNanos = timeNanos;
            var mark = state.markUnits == 0 ? null : new Price(state.markUnits);
            out.clock(new Clock(instrument, 0, timeNanos, mark, state.markTimeNanos, state.markQuality));
        }
    }

    /** What came out of one call, to be put in order; reused. */
    private static final class Step implements BarLadder.Output {
        private final List<Bar> bars = new ArrayList<>();
        private final List<SettledTrade> trades = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        private void begin() {
            bars.clear();
            trades.clear();
            findings.clear();
        }

        @Override
        public void trade(SettledTrade trade) {
            trades.add(trade);
        }

        @Override
        public void bar(Bar bar) {
            bars.add(bar);
        }

        @Override
        public void found(QualityFlag flag, long timeNanos, long sequence, double actual, double limit) {
            findings.add(new Finding(flag, timeNanos, sequence, actual, limit));
        }
    }
}
