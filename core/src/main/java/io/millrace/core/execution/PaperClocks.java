package io.millrace.core.execution;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.MarketTime;
import io.millrace.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far the paper venue is with an instrument.
 *
 * @param prints its trades or bars
 * @param matchedNanos everything up to this time is matched
 * @param riskNanos the clock of each risk task, {@link InstrumentClocks#NEVER} before its first
 */
public record PaperClocks(
        InstrumentId instrument,
        MarketLane prints,
        MarketLane quotes,
        long matchedNanos,
        List<Long> riskNanos,
        MarketSeen seen) {
    public static PaperClocks none(InstrumentId instrument, int riskTasks) {
        var risk = Collections.nCopies(riskTasks, InstrumentClocks.NEVER);
        return new PaperClocks(
                instrument, MarketLane.EMPTY, MarketLane.EMPTY, InstrumentClocks.NEVER, risk, MarketSeen.NOTHING);
    }

    MarketLane lane(MarketLane.Kind kind) {
        return kind == MarketLane.Kind.PRINTS ? prints : quotes;
    }

    PaperClocks with(MarketLane.Kind kind, MarketLane lane) {
        return kind == MarketLane.Kind.PRINTS
                ? new PaperClocks(instrument, lane, quotes, matchedNanos, riskNanos, seen)
                : new PaperClocks(instrument, prints, lane, matchedNanos, riskNanos, seen);
    }

    PaperClocks seeing(MarketSeen market) {
        return new PaperClocks(instrument, prints, quotes, matchedNanos, riskNanos, market);
    }

    PaperClocks matched(long nanos) {
        return new PaperClocks(instrument, prints, quotes, nanos, riskNanos, seen);
    }

    /** A clock that is sent again changes nothing. */
    PaperClocks risk(int task, long nanos) {
        var clocks = new ArrayList<>(riskNanos);
        clocks.set(task, Math.max(clocks.get(task), nanos));
        return new PaperClocks(instrument, prints, quotes, matchedNanos, List.copyOf(clocks), seen);
    }

    /** The time of everything that it is matched against. */
    MarketTime market(MarketSource source) {
        if (!source.hasQuotes()) {
            return prints.time();
        }
        return source.hasPrints() ? prints.time().and(quotes.time()) : quotes.time();
    }
}
