package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import java.util.function.Consumer;

/**
 * The closed bars of one interval that may still be restated, as a chain by open time: only the bar at hand is loaded,
 * however long the horizon.
 */
final class ClosedBars {
    private final long intervalNanos;

    ClosedBars(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    PartialBar bar(Retention retention, long openNanos) {
        return retention.bar(intervalNanos, openNanos);
    }

    /** Puts a bar where it belongs, or puts it again. */
    void put(OpenBars state, PartialBar bar, Retention retention) {
        if (state.retained > 0 && retention.bar(intervalNanos, bar.openTimeNanos) != null) {
            retention.putBar(intervalNanos, bar);
            return;
        }
        insert(state, bar, retention);
        retention.putBar(intervalNanos, bar);
        state.retained++;
    }

    private void insert(OpenBars state, PartialBar bar, Retention retention) {
        if (state.retained == 0 || bar.openTimeNanos < state.firstRetainedNanos) {
            bar.nextNanos = state.retained == 0 ? Long.MAX_VALUE : state.firstRetainedNanos;
            state.lastRetainedNanos = state.retained == 0 ? bar.openTimeNanos : state.lastRetainedNanos;
            state.firstRetainedNanos = bar.openTimeNanos;
            return;
        }
        long at = bar.openTimeNanos > state.lastRetainedNanos ? state.lastRetainedNanos : state.firstRetainedNanos;
        var before = retention.bar(intervalNanos, at);
        while (before.nextNanos < bar.openTimeNanos) {
            before = retention.bar(intervalNanos, before.nextNanos);
        }
        bar.nextNanos = before.nextNanos;
        before.nextNanos = bar.openTimeNanos;
        retention.putBar(intervalNanos, before);
        state.lastRetainedNanos = Math.max(state.lastRetainedNanos, bar.openTimeNanos);
    }

    /** The first bar that is open at or after a time, null if there is none. */
    PartialBar atOrAfter(OpenBars state, long openNanos, Retention retention) {
        if (state.retained == 0 || openNanos > state.lastRetainedNanos) {
            return null;
        }
        long at = state.firstRetainedNanos;
        while (true) {
            var bar = retention.bar(intervalNanos, at);
            if (at >= openNanos) {
                return bar;
            }
            at = bar.nextNanos;
        }
    }

    PartialBar after(PartialBar bar, Retention retention) {
        return bar.nextNanos == Long.MAX_VALUE ? null : retention.bar(intervalNanos, bar.nextNanos);
    }

    /** Takes out the bars that ended at or before a time. */
    void forget(OpenBars state, long timeNanos, Retention retention, Consumer<PartialBar> forgotten) {
        while (state.retained > 0 && state.firstRetainedNanos + intervalNanos <= timeNanos) {
            var bar = retention.bar(intervalNanos, state.firstRetainedNanos);
            retention.removeBar(intervalNanos, bar.openTimeNanos);
            state.retained--;
            state.firstRetainedNanos = bar.nextNanos;
            forgotten.accept(bar);
        }
    }
}
