package io.millrace.core.clock;

import io.millrace.core.market.Bar;
import io.millrace.core.market.BarBuilder;
import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.OpenBars;
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

        /** A closed bar, known at an event time: its end plus the lateness bound. */
        void bar(Bar bar, long knownAtNanos);

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

        /** Time of the last clock sent. */
        public long clockNanos = Long.MIN_VALUE;

        public State() {}
    }

    private final BarBuilder smallest;
    private final List<BarBuilder> larger = new ArrayList<>();

    /**
     * @param intervalsNanos lengths of the bars, each a multiple of the smallest
     * @param latenessNanos how far behind the instrument's clock a trade may be
     */
    public BarTimeline(List<Long> intervalsNanos, long latenessNanos) {
        var ascending = intervalsNanos.stream().distinct().sorted().toList();
        smallest = new BarBuilder(ascending.get(0), latenessNanos);
        for (long interval : ascending.subList(1, ascending.size())) {
            if (interval % smallest.intervalNanos() != 0) {
                throw new IllegalArgumentException("an interval must be a multiple of the smallest, "
                        + smallest.intervalNanos() + " ns, was " + interval + " ns");
            }
            larger.add(new BarBuilder(interval, latenessNanos));
        }
    }

    public long latenessNanos() {
        return smallest.latenessNanos();
    }

    /** Closes the bars that are due by the trade's time, then counts the trade in the bars of all intervals. */
    public Outcome add(State state, Trade trade, Output out) {
        var closed = new ArrayList<Bar>(0);
        var settled = new ArrayList<SettledTrade>(1);
        var outcome = smallest.add(openBars(state, smallest), trade, closed::add, settled::add);
        if (outcome == Outcome.INVALID) {
            return outcome;
        }
        for (var builder : larger) {
            var bars = openBars(state, builder);
            if (outcome == Outcome.ADDED) {
                outcome = builder.add(bars, trade, closed::add);
            } else {
                builder.advance(bars, trade.eventTimeNanos(), closed::add);
            }
        }
        send(state, trade.instrument(), closed, settled, out);
        return outcome;
    }

    /** Closes the bars that are due by a clock of the market, and passes the clock on behind them. */
    public void advance(State state, Clock market, Output out) {
        var closed = new ArrayList<Bar>(0);
        var settled = new ArrayList<SettledTrade>(0);
        smallest.advance(openBars(state, smallest), market.timeNanos(), closed::add, settled::add);
        for (var builder : larger) {
            builder.advance(openBars(state, builder), market.timeNanos(), closed::add);
        }
        send(state, market.instrument(), closed, settled, out);
        clock(state, market.instrument(), market.timeNanos(), out);
    }

    /** The instrument's clock, {@link Long#MIN_VALUE} before its first record. */
    public long clockNanos(State state) {
        return openBars(state, smallest).clockNanos;
    }

    /** How far a trade is behind the instrument's clock. */
    public long lagNanos(State state, Trade trade) {
        return clockNanos(state) - trade.eventTimeNanos();
    }

    private void send(State state, InstrumentId instrument, List<Bar> closed, List<SettledTrade> settled, Output out) {
        closed.sort(ORDER);
        int sent = 0;
        for (int i = 0; i < closed.size(); i++) {
            var bar = closed.get(i);
            // However far one step of the clock leaps, trades and bars leave in the order of small steps.
            while (sent < settled.size() && settled.get(sent).eventTimeNanos() < bar.endTimeNanos()) {
                out.trade(settled.get(sent++));
            }
            long knownAt = smallest.knownAtNanos(bar);
            out.bar(bar, knownAt);
            if (bar.lastTradeNanos() >= state.markTimeNanos || state.markUnits == 0) {
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
    }

    private static void clock(State state, InstrumentId instrument, long timeNanos, Output out) {
        if (timeNanos > state.clockNanos) {
            state.clockNanos = timeNanos;
            var mark = state.markUnits == 0 ? null : new Price(state.markUnits);
            out.clock(new Clock(instrument, 0, timeNanos, mark, state.markTimeNanos));
        }
    }

    private static OpenBars openBars(State state, BarBuilder builder) {
        var bars = state.openBars.get(builder.key());
        if (bars == null) {
            bars = new OpenBars();
            state.openBars.put(builder.key(), bars);
        }
        return bars;
    }
}
