package io.millrace.flink.trades;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Bar;
import io.millrace.core.market.SettledTrade;

/**
 * What the first operator of every job sends on: a closed bar, a clock, or a trade where a job asks for trades.
 *
 * @param bar null for another
 * @param knownAtNanos when the bar was known, or the clock's time: the event time of all that follows from it; of a
 *     trade its own event time
 * @param clock null for another
 * @param trade null for another
 */
public record MarketStep(String instrument, Bar bar, long knownAtNanos, Clock clock, SettledTrade trade) {
    static MarketStep of(Bar bar, long knownAtNanos) {
        return new MarketStep(bar.instrument().toString(), bar, knownAtNanos, null, null);
    }

    static MarketStep of(Clock clock) {
        return new MarketStep(clock.instrument().toString(), null, clock.timeNanos(), clock, null);
    }

    static MarketStep of(SettledTrade trade) {
        return new MarketStep(trade.instrument().toString(), null, trade.eventTimeNanos(), null, trade);
    }

    public boolean isBar() {
        return bar != null;
    }

    public boolean isTrade() {
        return trade != null;
    }
}
