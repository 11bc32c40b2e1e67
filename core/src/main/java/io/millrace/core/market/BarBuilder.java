package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.function.Consumer;

/**
 * Builds bars of one fixed interval, aligned to the epoch, in event time: a function over {@link OpenBars} without a
 * memory of its own.
 *
 * <p>The instrument's clock is the latest event time of its trades and clock records. A bar closes when the clock
 * reaches its end plus the lateness bound; until then a trade finds its bar in whatever order it comes, and the bars of
 * a stream that is out of order within the bound equal those of the sorted stream. Bars close in order of their open
 * time. A bar that no trade touched does not exist.
 */
public final class BarBuilder {
    /** What became of a trade. */
    public enum Outcome {
        /** It is in its bar. */
        ADDED,
        /** Its bar is closed; the trade is not in it. */
        LATE,
        /** Its quantity is zero; it moved the clock only. */
        IGNORED,
        /** Price not above zero, quantity below zero or a time outside the calendar; nothing changed. */
        INVALID,
        /** Volume or notional of its bar would not fit a count of 1e-8; it moved the clock only. */
        OVERFLOW
    }

    private final Long interval;
    private final long intervalNanos;
    private final long latenessNanos;

    /**
     * @param intervalNanos length of a bar, above zero
     * @param latenessNanos how far behind the clock a trade may be, zero or more
     */
    public BarBuilder(long intervalNanos, long latenessNanos) {
        if (intervalNanos <= 0 || latenessNanos < 0) {
            throw new IllegalArgumentException("a bar's interval must be > 0 and its lateness >= 0 ns, were "
                    + intervalNanos + " and " + latenessNanos);
        }
        this.interval = intervalNanos;
        this.intervalNanos = intervalNanos;
        this.latenessNanos = latenessNanos;
    }

    public long intervalNanos() {
        return intervalNanos;
    }

    /** The same as a map's key, made once. */
    public Long key() {
        return interval;
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
        return add(state, trade, closed, null);
    }

    /**
     * As {@link #add(OpenBars, Trade, Consumer)}, and says which trades have found their place in the order.
     *
     * @param settled null if nobody is to be told
     */
    public Outcome add(OpenBars state, Trade trade, Consumer<Bar> closed, Consumer<SettledTrade> settled) {
        long price = trade.price().units();
        long quantity = trade.quantity().units();
        long time = trade.eventTimeNanos();
        long openTime = Math.floorDiv(time, intervalNanos) * intervalNanos;
        if (price <= 0 || quantity < 0 || !fitsCalendar(time, openTime)) {
            return Outcome.INVALID;
        }
        advance(state, time, trade.instrument(), closed, settled);
        if (quantity == 0) {
            return Outcome.IGNORED;
        }
        if (openTime + intervalNanos <= horizon(state)) {
            return Outcome.LATE;
        }
        int index = indexOf(state, openTime);
        if (!fitsSums(index < 0 ? null : state.bars.get(index), trade)) {
            return Outcome.OVERFLOW;
        }
        var bar = index < 0 ? open(state, -index - 1, openTime, trade) : state.bars.get(index);
        count(bar, trade);
        TickRule.take(state, bar, trade, horizon(state), to(trade.instrument(), settled));
        return Outcome.ADDED;
    }

    /** Moves the instrument's clock, never back, and closes the bars that are due. */
    public void advance(OpenBars state, long clockNanos, Consumer<Bar> closed) {
        advance(state, clockNanos, closed, null);
    }

    /**
     * As {@link #advance(OpenBars, long, Consumer)}, and says which trades have found their place in the order.
     *
     * @param settled null if nobody is to be told
     */
    public void advance(OpenBars state, long clockNanos, Consumer<Bar> closed, Consumer<SettledTrade> settled) {
        advance(state, clockNanos, null, closed, settled);
    }

    /** The instrument may be null: then it is read from the state, if it is needed. */
    private void advance(
            OpenBars state,
            long clockNanos,
            InstrumentId instrument,
            Consumer<Bar> closed,
            Consumer<SettledTrade> settled) {
        if (clockNanos <= state.clockNanos) {
            return;
        }
        state.clockNanos = clockNanos;
        long horizon = horizon(state);
        if (!state.unsettled.isEmpty() && state.unsettled.get(0).eventTimeNanos < horizon) {
            TickRule.settle(
                    state,
                    horizon,
                    trade -> state.bars.get(indexOf(state, openTimeOf(trade))),
                    to(instrument == null ? InstrumentId.of(state.instrument) : instrument, settled));
        }
        while (!state.bars.isEmpty() && state.bars.get(0).openTimeNanos + intervalNanos <= horizon) {
            closed.accept(close(state.instrument, state.bars.remove(0)));
        }
    }

    private static TickRule.Settled to(InstrumentId instrument, Consumer<SettledTrade> settled) {
        if (settled == null) {
            return BarBuilder::tellNobody;
        }
        return (trade, side) -> settled.accept(new SettledTrade(
                instrument,
                trade.eventTimeNanos,
                trade.sequence,
                trade.priceUnits,
                trade.quantityUnits,
                (int) side,
                trade.side != 0,
                0));
    }

    private static void tellNobody(OpenBars.UnsettledTrade trade, long side) {}

    /** No trade before this time is waited for. */
    private long horizon(OpenBars state) {
        return state.clockNanos < Long.MIN_VALUE + latenessNanos ? Long.MIN_VALUE : state.clockNanos - latenessNanos;
    }

    private long openTimeOf(OpenBars.UnsettledTrade trade) {
        return Math.floorDiv(trade.eventTimeNanos, intervalNanos) * intervalNanos;
    }

    /** A bar's open, its end and the time it is known must be times too. */
    private boolean fitsCalendar(long time, long openTime) {
        return openTime <= time
                && openTime <= Long.MAX_VALUE - intervalNanos
                && openTime + intervalNanos <= Long.MAX_VALUE - latenessNanos;
    }

    /** Where the bar of that open time is, or {@code -(where it belongs) - 1}; the latest is the likeliest. */
    private static int indexOf(OpenBars state, long openTimeNanos) {
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
        state.instrument = trade.instrument().toString();
        var bar = new PartialBar();
        bar.openTimeNanos = openTimeNanos;
        bar.firstTradeNanos = Long.MAX_VALUE;
        bar.firstSequence = Long.MAX_VALUE;
        bar.lastTradeNanos = Long.MIN_VALUE;
        bar.lastSequence = Long.MIN_VALUE;
        bar.highUnits = Long.MIN_VALUE;
        bar.lowUnits = Long.MAX_VALUE;
        state.bars.add(index, bar);
        return bar;
    }

    private static boolean fitsSums(PartialBar bar, Trade trade) {
        try {
            Money notional = trade.price().times(trade.quantity());
            if (bar != null) {
                new Money(bar.notionalUnits).plus(notional);
                new Quantity(bar.volumeUnits).plus(trade.quantity());
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static void count(PartialBar bar, Trade trade) {
        long price = trade.price().units();
        if (isBefore(trade, bar.firstTradeNanos, bar.firstSequence)) {
            bar.firstTradeNanos = trade.eventTimeNanos();
            bar.firstSequence = trade.sequence();
            bar.openUnits = price;
        }
        if (!isBefore(trade, bar.lastTradeNanos, bar.lastSequence)) {
            bar.lastTradeNanos = trade.eventTimeNanos();
            bar.lastSequence = trade.sequence();
            bar.closeUnits = price;
        }
        bar.highUnits = Math.max(bar.highUnits, price);
        bar.lowUnits = Math.min(bar.lowUnits, price);
        bar.volumeUnits += trade.quantity().units();
        bar.notionalUnits += trade.price().times(trade.quantity()).units();
        bar.tradeCount++;
    }

    private static boolean isBefore(Trade trade, long timeNanos, long sequence) {
        return trade.eventTimeNanos() != timeNanos ? trade.eventTimeNanos() < timeNanos : trade.sequence() < sequence;
    }

    private Bar close(String instrument, PartialBar bar) {
        return new Bar(
                InstrumentId.of(instrument),
                bar.openTimeNanos,
                intervalNanos,
                new Price(bar.openUnits),
                new Price(bar.highUnits),
                new Price(bar.lowUnits),
                new Price(bar.closeUnits),
                new Quantity(bar.volumeUnits),
                new Money(bar.notionalUnits),
                new Quantity(bar.buyVolumeUnits),
                bar.tradeCount,
                bar.lastTradeNanos);
    }
}
