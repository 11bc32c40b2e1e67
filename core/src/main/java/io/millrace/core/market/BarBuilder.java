package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;
import java.util.function.Consumer;

/**
 * Builds bars of one fixed interval, aligned to the epoch, in event time: a function over {@link OpenBars} without a
 * memory of its own.
 *
 * <p>The instrument's clock is the latest event time of its trades and clock records. A bar closes when the clock
 * reaches its end plus the lateness bound; until then a trade finds its bar in whatever order it comes, and the bars of
 * a stream that is out of order within the bound equal those of the sorted stream. Bars close in order of their open
 * time. A bar that no trade touched does not exist.
 *
 * <p>A trade is counted when it comes. It is settled when nothing earlier is waited for any more: then its side is known
 * and it is judged by its neighbours.
 */
public final class BarBuilder {
    /** What became of a trade. */
    public enum Outcome {
        /** It is in its bar. */
        ADDED,
        /** Its bar is closed; the trade is not in it. */
        LATE,
        /** Its bar was closed and is said again with it, or with what it corrects. */
        RESTATED,
        /** Its quantity is zero; it moved the clock only. */
        IGNORED,
        /** Price not above zero, quantity below zero or a time outside the calendar; nothing changed. */
        INVALID,
        /** Volume or notional of its bar would not fit a count of 1e-8; it moved the clock only. */
        OVERFLOW,
        /** It takes back or corrects a trade that is not known or not remembered any more. */
        UNKNOWN
    }

    /** Who hears of bars and trades. */
    interface Listener extends Findings {
        /** A trade has its place in the order and is judged. */
        void settled(UnsettledTrade trade, PartialBar bar, long side);

        /** A bar is closed; all its trades are settled. */
        void closed(PartialBar bar);
    }

    private final long intervalNanos;
    private final long latenessNanos;
    private final Judgement judgement;

    /**
     * @param intervalNanos length of a bar, above zero
     * @param latenessNanos how far behind the clock a trade may be, zero or more
     */
    public BarBuilder(long intervalNanos, long latenessNanos) {
        this(intervalNanos, latenessNanos, QualityRules.STANDARD);
    }

    BarBuilder(long intervalNanos, long latenessNanos, QualityRules rules) {
        if (intervalNanos <= 0 || latenessNanos < 0) {
            throw new IllegalArgumentException("a bar's interval must be > 0 and its lateness >= 0 ns, were "
                    + intervalNanos + " and " + latenessNanos);
        }
        this.intervalNanos = intervalNanos;
        this.latenessNanos = latenessNanos;
        this.judgement = new Judgement(rules);
    }

    public long intervalNanos() {
        return intervalNanos;
    }

    public long latenessNanos() {
        return latenessNanos;
    }

    /** The event time at which a bar is known: its end plus the lateness bound. */
    public long knownAtNanos(Bar bar) {
        return bar.endTimeNanos() + latenessNanos;
    }

    /** Closes the bars that are due by the trade's time, then counts the trade. */
    public Outcome add(OpenBars state, Trade trade, Consumer<Bar> closed) {
        if (!isValid(trade)) {
            return Outcome.INVALID;
        }
        var listener = new Bars(trade.instrument(), closed);
        advance(state, trade.eventTimeNanos(), listener);
        try {
            long notional =
                    BarSums.notional(trade.price().units(), trade.quantity().units());
            return place(state, trade, notional, 0, listener);
        } catch (ArithmeticException e) {
            return Outcome.OVERFLOW;
        }
    }

    /** Moves the instrument's clock, never back, and closes the bars that are due. */
    public void advance(OpenBars state, long clockNanos, Consumer<Bar> closed) {
        var instrument = state.instrument == null ? null : InstrumentId.of(state.instrument);
        advance(state, clockNanos, new Bars(instrument, closed));
    }

    void advance(OpenBars state, long clockNanos, Listener listener) {
        if (clockNanos <= state.clockNanos) {
            return;
        }
        state.clockNanos = clockNanos;
        long horizon = horizon(state);
        settle(state, horizon, listener);
        while (!state.bars.isEmpty() && state.bars.get(0).openTimeNanos + intervalNanos <= horizon) {
            var bar = state.bars.remove(0);
            if (bar.tradeCount > 0 || bar.quality != 0) {
                listener.closed(bar);
            }
        }
    }

    /** Whether price, quantity and time can be. */
    boolean isValid(Trade trade) {
        long time = trade.eventTimeNanos();
        return trade.price().units() > 0 && trade.quantity().units() >= 0 && fitsCalendar(time, openTimeOf(time));
    }

    /**
     * Counts a trade that is valid and has moved the clock.
     *
     * @param notional its price × quantity
     * @param quality what was seen on its arrival
     */
    Outcome place(OpenBars state, Trade trade, long notional, int quality, Listener listener) {
        long openTime = openTimeOf(trade.eventTimeNanos());
        if (openTime + intervalNanos <= horizon(state)) {
            return trade.quantity().isZero() ? Outcome.IGNORED : Outcome.LATE;
        }
        int index = indexOf(state, openTime);
        if (trade.quantity().isZero()) {
            int flags = (quality & Quality.OF_THE_BAR) | QualityFlag.ZERO_SIZE.bit();
            Quality.flag(index < 0 ? open(state, -index - 1, openTime, trade) : state.bars.get(index), flags);
            return Outcome.IGNORED;
        }
        var bar = index < 0 ? null : state.bars.get(index);
        if (bar == null) {
            bar = open(state, -index - 1, openTime, trade);
        } else if (bar.notionalUnits + notional < 0
                || bar.volumeUnits + trade.quantity().units() < 0) {
            return Outcome.OVERFLOW;
        }
        take(state, bar, unsettled(trade, quality), notional, listener);
        return Outcome.ADDED;
    }

    private void take(OpenBars state, PartialBar bar, UnsettledTrade trade, long notional, Listener listener) {
        Quality.flag(bar, trade.quality & Quality.OF_THE_BAR);
        BarSums.add(bar, trade, notional);
        if (trade.eventTimeNanos < horizon(state)) {
            begin(state, bar);
            bar.buyVolumeUnits += TickRule.bought(trade.quantityUnits, trade.side);
            listener.settled(trade, bar, trade.side);
        } else {
            insert(state, trade);
        }
    }

    /** Judges, in order, the trades before the horizon. */
    private void settle(OpenBars state, long horizon, Listener listener) {
        int count = 0;
        var unsettled = state.unsettled;
        while (count < unsettled.size() && unsettled.get(count).eventTimeNanos < horizon) {
            var trade = unsettled.get(count++);
            var bar = state.bars.get(indexOf(state, openTimeOf(trade.eventTimeNanos)));
            begin(state, bar);
            judgement.judge(state, bar, trade, listener);
            state.tickDirection = TickRule.direction(state.tickPriceUnits, state.tickDirection, trade.priceUnits);
            state.tickPriceUnits = trade.priceUnits;
            state.settledNanos = trade.eventTimeNanos;
            long side = trade.side != 0 ? trade.side : state.tickDirection;
            bar.buyVolumeUnits += TickRule.bought(trade.quantityUnits, side);
            listener.settled(trade, bar, side);
        }
        if (count > 0) {
            unsettled.subList(0, count).clear();
        }
    }

    /** Before the first trade of a bar that is settled, the tick rule stands where the bar before left it. */
    private static void begin(OpenBars state, PartialBar bar) {
        if (SettledTrades.isEmpty(bar)) {
            bar.tickPriceUnits = state.tickPriceUnits;
            bar.tickDirection = state.tickDirection;
        }
    }

    /** No trade before this time is waited for. */
    long horizon(OpenBars state) {
        return state.clockNanos < Long.MIN_VALUE + latenessNanos ? Long.MIN_VALUE : state.clockNanos - latenessNanos;
    }

    long openTimeOf(long timeNanos) {
        return Math.floorDiv(timeNanos, intervalNanos) * intervalNanos;
    }

    /** A bar's open, its end and the time it is known must be times too. */
    private boolean fitsCalendar(long time, long openTime) {
        return openTime <= time
                && openTime <= Long.MAX_VALUE - intervalNanos
                && openTime + intervalNanos <= Long.MAX_VALUE - latenessNanos;
    }

    /** Where the bar of that open time is, or {@code -(where it belongs) - 1}; the latest is the likeliest. */
    static int indexOf(OpenBars state, long openTimeNanos) {
        for (int i = state.bars.size() - 1; i >= 0; i--) {
            long open = state.bars.get(i).openTimeNanos;
            if (open == openTimeNanos) {
                return i;
            }
            if (open < openTimeNanos) {
                return -(i + 1) - 1;
            }
        }
        return -1;
    }

    private static PartialBar open(OpenBars state, int index, long openTimeNanos, Trade trade) {
        if (state.instrument == null) {
            state.instrument = trade.instrument().toString();
        }
        var bar = BarSums.empty(openTimeNanos);
        state.bars.add(index, bar);
        return bar;
    }

    Judgement judgement() {
        return judgement;
    }

    static UnsettledTrade unsettled(Trade trade, int quality) {
        var unsettled = new UnsettledTrade();
        unsettled.eventTimeNanos = trade.eventTimeNanos();
        unsettled.sequence = trade.sequence();
        unsettled.priceUnits = trade.price().units();
        unsettled.quantityUnits = trade.quantity().units();
        unsettled.side = side(trade.aggressor());
        unsettled.quality = quality;
        return unsettled;
    }

    static long side(AggressorSide aggressor) {
        return switch (aggressor) {
            case BUYER -> 1;
            case SELLER -> -1;
            case UNKNOWN -> 0;
        };
    }

    private static void insert(OpenBars state, UnsettledTrade trade) {
        int index = state.unsettled.size();
        while (index > 0 && SettledTrades.ORDER.compare(trade, state.unsettled.get(index - 1)) < 0) {
            index--;
        }
        state.unsettled.add(index, trade);
    }

    /** Passes closed bars on. */
    private final class Bars implements Listener {
        private final InstrumentId instrument;
        private final Consumer<Bar> out;

        private Bars(InstrumentId instrument, Consumer<Bar> out) {
            this.instrument = instrument;
            this.out = out;
        }

        @Override
        public void settled(UnsettledTrade trade, PartialBar bar, long side) {}

        @Override
        public void found(QualityFlag flag, long timeNanos, long sequence, double actual, double limit) {}

        @Override
        public void closed(PartialBar bar) {
            if (bar.tradeCount > 0) {
                out.accept(BarSums.bar(instrument, bar, intervalNanos));
            }
        }
    }
}
