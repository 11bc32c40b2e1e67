package io.millrace.flink.trades;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Bar;

/**
 * What the first operator of every job sends on: a closed bar or a clock.
 *
 * @param bar null for a clock
 * @param knownAtNanos when the bar was known, or the clock's time: the event time of all that follows from it
 * @param clock null for a bar
 */
public record MarketStep(String instrument, Bar bar, long knownAtNanos, Clock clock) {
    static MarketStep of(Bar bar, long knownAtNanos) {
        return new MarketStep(bar.instrument().toString(), bar, knownAtNanos, null);
    }

    static MarketStep of(Clock clock) {
        return new MarketStep(clock.instrument().toString(), null, clock.timeNanos(), clock);
    }

    public boolean isBar() {
        return bar != null;
    }
}
