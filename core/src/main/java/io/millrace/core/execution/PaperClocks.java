package io.millrace.core.execution;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.MarketTime;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far the paper venue is with an instrument.
 *
 * @param matchedNanos everything up to this time is matched
 * @param riskNanos the clock of each risk task, {@link InstrumentClocks#NEVER} before its first
 * @param firstEvent number of the earliest market event that waits
 * @param nextEvent number of the next market event to come
 * @param held a trade stamped too far ahead that nothing has confirmed yet, null if there is none
 */
public record PaperClocks(
        InstrumentId instrument,
        MarketTime market,
        long matchedNanos,
        List<Long> riskNanos,
        long firstEvent,
        long nextEvent,
        Trade held) {
    static PaperClocks none(InstrumentId instrument, int riskTasks) {
        var risk = Collections.nCopies(riskTasks, InstrumentClocks.NEVER);
        return new PaperClocks(instrument, MarketTime.NONE, InstrumentClocks.NEVER, risk, 0, 0, null);
    }

    boolean hasEvent() {
        return firstEvent < nextEvent;
    }

    PaperClocks at(MarketTime time) {
        return new PaperClocks(instrument, time, matchedNanos, riskNanos, firstEvent, nextEvent, held);
    }

    PaperClocks eventAdded() {
        return new PaperClocks(instrument, market, matchedNanos, riskNanos, firstEvent, nextEvent + 1, held);
    }

    PaperClocks eventRemoved() {
        return new PaperClocks(instrument, market, matchedNanos, riskNanos, firstEvent + 1, nextEvent, held);
    }

    /** @param trade null if none is held any more */
    PaperClocks holding(Trade trade) {
        return new PaperClocks(instrument, market, matchedNanos, riskNanos, firstEvent, nextEvent, trade);
    }

    PaperClocks matched(long nanos) {
        return new PaperClocks(instrument, market, nanos, riskNanos, firstEvent, nextEvent, held);
    }

    /** A clock that is sent again changes nothing. */
    PaperClocks risk(int task, long nanos) {
        var clocks = new ArrayList<>(riskNanos);
        clocks.set(task, Math.max(clocks.get(task), nanos));
        return new PaperClocks(instrument, market, matchedNanos, List.copyOf(clocks), firstEvent, nextEvent, held);
    }
}
