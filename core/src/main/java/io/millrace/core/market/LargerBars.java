package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Bars of one of the larger intervals, made of the closed bars of the smallest. */
final class LargerBars {
    private final long intervalNanos;
    private final Long key;
    private final boolean restates;
    private final ClosedBars closed;

    LargerBars(long intervalNanos, boolean restates) {
        this.intervalNanos = intervalNanos;
        this.key = intervalNanos;
        this.restates = restates;
        this.closed = new ClosedBars(intervalNanos);
    }

    long intervalNanos() {
        return intervalNanos;
    }

    OpenBars state(Map<Long, OpenBars> states) {
        return BarLadder.of(states, key);
    }

    /** Takes out again what the open bars of the smallest interval hold; it comes in when they close. */
    void adopt(OpenBars state, List<PartialBar> open) {
        state.unsettled.clear();
        for (var part : open) {
            int index = BarBuilder.indexOf(state, openTimeOf(part.openTimeNanos));
            if (index >= 0) {
                var bar = state.bars.get(index);
                bar.volumeUnits -= part.volumeUnits;
                bar.notionalUnits -= part.notionalUnits;
                bar.buyVolumeUnits -= part.buyVolumeUnits;
                bar.tradeCount -= part.tradeCount;
                if (bar.tradeCount == 0) {
                    state.bars.remove(index);
                }
            }
        }
    }

    /** Adds a closed bar of the smallest interval. */
    void add(OpenBars state, PartialBar part, Retention retention) {
        long openTime = openTimeOf(part.openTimeNanos);
        int index = BarBuilder.indexOf(state, openTime);
        PartialBar bar;
        if (index < 0) {
            bar = BarSums.empty(openTime);
            state.bars.add(-index - 1, bar);
        } else {
            bar = state.bars.get(index);
        }
        if (restates && !bar.based) {
            // What was in it before anything was kept can never be restated.
            if (bar.tradeCount > 0) {
                retention.putBase(intervalNanos, BarSums.copyOfSums(bar));
            }
            bar.based = true;
        }
        BarSums.add(bar, part);
    }

    /** Closes the bars that are due. */
    void close(OpenBars state, long horizon, Retention retention, Consumer<PartialBar> out) {
        while (!state.bars.isEmpty() && state.bars.get(0).openTimeNanos + intervalNanos <= horizon) {
            var bar = state.bars.remove(0);
            if (restates) {
                closed.put(state, bar, retention);
            }
            if (bar.tradeCount > 0) {
                out.accept(bar);
            }
        }
    }

    /** A bar of the smallest interval will not be restated any more: its numbers join those that stay. */
    void settle(PartialBar part, long forgottenNanos, Retention retention) {
        long openTime = openTimeOf(part.openTimeNanos);
        if (openTime + intervalNanos <= forgottenNanos) {
            return;
        }
        var base = retention.base(intervalNanos, openTime);
        base = base == null ? BarSums.empty(openTime) : base;
        BarSums.add(base, part);
        retention.putBase(intervalNanos, base);
    }

    /** Forgets the bars that ended at or before a time. */
    void forget(OpenBars state, long timeNanos, Retention retention) {
        closed.forget(state, timeNanos, retention, bar -> retention.removeBase(intervalNanos, bar.openTimeNanos));
    }

    /** The bar that holds a time, null if it does not exist. */
    PartialBar bar(OpenBars state, long timeNanos, Retention retention) {
        int index = BarBuilder.indexOf(state, openTimeOf(timeNanos));
        return index >= 0 ? state.bars.get(index) : closed.bar(retention, openTimeOf(timeNanos));
    }

    /** The bar that holds a time, anew of its parts. */
    PartialBar sum(long timeNanos, List<PartialBar> parts, Retention retention) {
        long openTime = openTimeOf(timeNanos);
        var sum = BarSums.empty(openTime);
        var base = retention.base(intervalNanos, openTime);
        if (base != null) {
            BarSums.add(sum, base);
        }
        for (var part : parts) {
            BarSums.add(sum, part);
        }
        return sum;
    }

    /** Takes over new sums; true if the bar was closed and is to be said again. */
    boolean replace(OpenBars state, PartialBar sum, long horizon, Retention retention) {
        int index = BarBuilder.indexOf(state, sum.openTimeNanos);
        if (index >= 0) {
            sum.based = true;
            state.bars.set(index, sum);
            return false;
        }
        if (sum.openTimeNanos + intervalNanos > horizon) {
            sum.based = true;
            state.bars.add(-index - 1, sum);
            return false;
        }
        var before = closed.bar(retention, sum.openTimeNanos);
        boolean changed = before == null || !BarSums.saySame(before, sum);
        sum.revision = (before == null ? 0 : before.revision) + (changed ? 1 : 0);
        sum.nextNanos = before == null ? sum.nextNanos : before.nextNanos;
        BarSums.keepPrices(sum, before);
        closed.put(state, sum, retention);
        return changed;
    }

    long openTimeOf(long timeNanos) {
        return Math.floorDiv(timeNanos, intervalNanos) * intervalNanos;
    }
}
