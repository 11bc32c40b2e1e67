package io.millrace.core.market;

import io.millrace.core.market.BarBuilder.Outcome;
import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One restatement of an instrument's bars: the bar of a late, busted or corrected trade is counted anew from its trades,
 * the bars behind it as far as the tick rule carries the change, then the larger bars that hold them. So the bars are
 * always those of the sorted, corrected stream. What a trade was flagged with when it was settled stays with it.
 */
final class Restatement {
    /** Who hears of bars that are said again. */
    interface Output extends Findings {
        void restated(PartialBar bar, long intervalNanos);
    }

    /** A bar as it was said before, null if it did not exist, and as it is now. */
    private record Change(PartialBar before, PartialBar after) {}

    private final BarBuilder builder;
    private final List<LargerBars> larger;
    private final ClosedBars closed;
    private final Map<Long, OpenBars> states;
    private final OpenBars state;
    private final Retention retention;
    private final Output out;

    Restatement(
            BarBuilder builder, List<LargerBars> larger, Map<Long, OpenBars> states, Retention retention, Output out) {
        this.builder = builder;
        this.larger = larger;
        this.closed = new ClosedBars(builder.intervalNanos());
        this.states = states;
        this.state = BarLadder.of(states, builder.intervalNanos());
        this.retention = retention;
        this.out = out;
    }

    /** Adds a trade whose bar is closed. */
    Outcome late(Trade trade, int quality) {
        long openTime = builder.openTimeOf(trade.eventTimeNanos());
        var bar = closed.bar(retention, openTime);
        if (bar != null && !isComplete(bar)) {
            return Outcome.LATE;
        }
        var added = BarBuilder.unsettled(trade, quality | QualityFlag.LATE.bit());
        if (!fits(bar, added)) {
            return Outcome.OVERFLOW;
        }
        var trades = bar == null ? new ArrayList<UnsettledTrade>() : SettledTrades.of(bar, retention);
        trades.add(added);
        trades.sort(SettledTrades.ORDER);
        judge(trades, added);
        var target = bar == null ? BarSums.empty(openTime) : bar;
        rework(bar, target, trades, quality & Quality.OF_THE_BAR);
        return Outcome.RESTATED;
    }

    /** Gives the trades of an open bar their sides anew: one of them came when its place had passed. */
    void reorder(long openTime) {
        var bar = state.bars.get(BarBuilder.indexOf(state, openTime));
        if (isComplete(bar)) {
            rework(bar, bar, SettledTrades.of(bar, retention), 0);
        }
    }

    /** Takes a trade back, or changes its price and quantity; a quantity of zero takes it back too. */
    Outcome correct(Trade correction) {
        var unsettled = find(state.unsettled, correction.refersTo());
        var bar = unsettled == null ? settledIn(correction.refersTo()) : openBar(unsettled.eventTimeNanos);
        if (bar == null || !isComplete(bar)) {
            return Outcome.UNKNOWN;
        }
        var trades = SettledTrades.of(bar, retention);
        var trade = unsettled == null ? find(trades, correction.refersTo()) : unsettled;
        if (trade == null) {
            return Outcome.UNKNOWN;
        }
        if (correction.action() == TradeAction.BUST || correction.quantity().isZero()) {
            trades.remove(trade);
            state.unsettled.remove(trade);
        } else {
            if (!fits(bar, BarBuilder.unsettled(correction, 0))) {
                return Outcome.OVERFLOW;
            }
            trade.priceUnits = correction.price().units();
            trade.quantityUnits = correction.quantity().units();
            long side = BarBuilder.side(correction.aggressor());
            trade.side = side == 0 ? trade.side : side;
            if (unsettled == null) {
                trade.quality &= ~QualityFlag.OUTLIER.bit();
                judge(trades, trade);
            }
        }
        rework(bar, bar, trades, 0);
        return Outcome.RESTATED;
    }

    private void rework(PartialBar before, PartialBar target, List<UnsettledTrade> trades, int ownQuality) {
        var changes = new ArrayList<Change>();
        var tick = new Tick();
        tick.startOf(SettledTrades.isEmpty(target) ? nextSettled(target) : target);
        var bar = target;
        var counted = trades;
        while (true) {
            var after = count(bar, counted, tick);
            changes.add(new Change(bar == target ? before : bar, after));
            var next = nextSettled(bar);
            if (tick.isStartOf(next) || (next != null && !isComplete(next))) {
                break;
            }
            if (next == null) {
                state.tickPriceUnits = tick.priceUnits;
                state.tickDirection = tick.direction;
                break;
            }
            bar = next;
            counted = SettledTrades.of(bar, retention);
        }
        Quality.flag(changes.get(0).after, ownQuality);
        SettledTrades.forget(target, retention);
        SettledTrades.replace(changes.get(0).after, trades, retention);
        store(changes);
    }

    /** The bar anew: its settled trades in their order with their sides, and those that wait in it. */
    private PartialBar count(PartialBar bar, List<UnsettledTrade> trades, Tick tick) {
        var fresh = BarSums.empty(bar.openTimeNanos);
        fresh.nextNanos = bar.nextNanos;
        fresh.revision = bar.revision;
        fresh.ownQuality = bar.ownQuality;
        fresh.quality = bar.ownQuality;
        fresh.tickPriceUnits = tick.priceUnits;
        fresh.tickDirection = tick.direction;
        fresh.tradeBlocks = bar.tradeBlocks;
        fresh.trades = bar.trades;
        fresh.tradesUsed = bar.tradesUsed;
        fresh.minSequence = bar.minSequence;
        fresh.maxSequence = bar.maxSequence;
        for (var trade : trades) {
            tick.next(trade.priceUnits);
            add(fresh, trade);
            fresh.buyVolumeUnits += TickRule.bought(trade.quantityUnits, trade.side == 0 ? tick.direction : trade.side);
        }
        for (var trade : state.unsettled) {
            if (builder.openTimeOf(trade.eventTimeNanos) == bar.openTimeNanos) {
                add(fresh, trade);
            }
        }
        return fresh;
    }

    private static void add(PartialBar bar, UnsettledTrade trade) {
        BarSums.add(bar, trade, BarSums.notional(trade.priceUnits, trade.quantityUnits));
        bar.quality = bar.ownQuality | (bar.quality & ~Quality.OF_THE_BAR);
    }

    private void store(List<Change> changes) {
        var times = new TreeSet<Long>();
        for (var change : changes) {
            int index = BarBuilder.indexOf(state, change.after.openTimeNanos);
            if (index >= 0) {
                state.bars.set(index, change.after);
                continue;
            }
            boolean changed = change.before == null || !BarSums.saySame(change.before, change.after);
            change.after.revision += changed ? 1 : 0;
            BarSums.keepPrices(change.after, change.before);
            closed.put(state, change.after, retention);
            if (changed) {
                times.add(change.after.openTimeNanos);
                out.restated(change.after, builder.intervalNanos());
            }
        }
        for (var bars : larger) {
            var openTimes = new TreeSet<Long>();
            times.forEach(time -> openTimes.add(bars.openTimeOf(time)));
            openTimes.forEach(openTime -> restate(bars, openTime));
        }
    }

    private void restate(LargerBars bars, long openTime) {
        var parts = new ArrayList<PartialBar>();
        var part = closed.atOrAfter(state, openTime, retention);
        while (part != null && part.openTimeNanos < openTime + bars.intervalNanos()) {
            parts.add(part);
            part = closed.after(part, retention);
        }
        var sum = bars.sum(openTime, parts, retention);
        if (bars.replace(bars.state(states), sum, builder.horizon(state), retention)) {
            out.restated(sum, bars.intervalNanos());
        }
    }

    /** The next bar with settled trades, null if there is none. */
    private PartialBar nextSettled(PartialBar bar) {
        var next = closed.atOrAfter(state, bar.openTimeNanos + 1, retention);
        while (next != null && SettledTrades.isEmpty(next)) {
            next = closed.after(next, retention);
        }
        for (int i = 0; next == null && i < state.bars.size(); i++) {
            var open = state.bars.get(i);
            next = open.openTimeNanos > bar.openTimeNanos && !SettledTrades.isEmpty(open) ? open : null;
        }
        return next;
    }

    private PartialBar settledIn(long sequence) {
        for (var bar : state.bars) {
            if (isIn(bar, sequence)) {
                return bar;
            }
        }
        var bar = closed.atOrAfter(state, Long.MIN_VALUE, retention);
        while (bar != null && !isIn(bar, sequence)) {
            bar = closed.after(bar, retention);
        }
        return bar;
    }

    private boolean isIn(PartialBar bar, long sequence) {
        return !SettledTrades.isEmpty(bar)
                && sequence >= bar.minSequence
                && sequence <= bar.maxSequence
                && find(SettledTrades.of(bar, retention), sequence) != null;
    }

    private PartialBar openBar(long timeNanos) {
        return state.bars.get(BarBuilder.indexOf(state, builder.openTimeOf(timeNanos)));
    }

    /** Whether all trades of a bar are known: not of one that was open when trades were not kept yet. */
    private boolean isComplete(PartialBar bar) {
        long known = SettledTrades.count(bar);
        for (var trade : state.unsettled) {
            known += builder.openTimeOf(trade.eventTimeNanos) == bar.openTimeNanos ? 1 : 0;
        }
        return known == bar.tradeCount;
    }

    /** Whether the trade has room in its bar and in all that hold it. */
    private boolean fits(PartialBar bar, UnsettledTrade trade) {
        try {
            long notional = BarSums.notional(trade.priceUnits, trade.quantityUnits);
            var holding = new ArrayList<PartialBar>();
            holding.add(bar);
            for (var bars : larger) {
                holding.add(bars.bar(bars.state(states), trade.eventTimeNanos, retention));
            }
            for (var sum : holding) {
                if (sum != null) {
                    Math.addExact(sum.volumeUnits, trade.quantityUnits);
                    Math.addExact(sum.notionalUnits, notional);
                }
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private void judge(List<UnsettledTrade> trades, UnsettledTrade trade) {
        int at = trades.indexOf(trade);
        long before = at == 0 ? 0 : trades.get(at - 1).priceUnits;
        long after = at + 1 == trades.size() ? 0 : trades.get(at + 1).priceUnits;
        builder.judgement().judgeBetween(state, trade, before, after, out);
    }

    private static UnsettledTrade find(List<UnsettledTrade> trades, long sequence) {
        for (var trade : trades) {
            if (trade.sequence == sequence) {
                return trade;
            }
        }
        return null;
    }

    /** The tick rule's memory on its way through the bars. */
    private final class Tick {
        private long priceUnits;
        private long direction;

        /** Where it stood before a bar; behind the last bar if there is none. */
        private void startOf(PartialBar bar) {
            priceUnits = bar == null ? state.tickPriceUnits : bar.tickPriceUnits;
            direction = bar == null ? state.tickDirection : bar.tickDirection;
        }

        private boolean isStartOf(PartialBar bar) {
            return priceUnits == (bar == null ? state.tickPriceUnits : bar.tickPriceUnits)
                    && direction == (bar == null ? state.tickDirection : bar.tickDirection);
        }

        private void next(long price) {
            direction = TickRule.direction(priceUnits, direction, price);
            priceUnits = price;
        }
    }
}
