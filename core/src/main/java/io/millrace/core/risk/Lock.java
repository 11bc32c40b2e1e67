package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;

/**
 * A protection has restricted an account for a time.
 *
 * @param protection name of the protection
 * @param instrument the instrument it restricts, null for the whole account
 * @param mode the mode it restricts to
 * @param untilNanos event time from which on it no longer holds
 */
public record Lock(String protection, InstrumentId instrument, TradingMode mode, long sinceNanos, long untilNanos) {
    /** Whether it holds for orders on an instrument at a time. */
    boolean holds(InstrumentId on, long nanos) {
        return sinceNanos <= nanos && nanos < untilNanos && (instrument == null || instrument.equals(on));
    }

    /** Together with the same lock of before. */
    Lock and(Lock before) {
        return new Lock(
                protection,
                instrument,
                mode.compareTo(before.mode) >= 0 ? mode : before.mode,
                Math.min(sinceNanos, before.sinceNanos),
                Math.max(untilNanos, before.untilNanos));
    }

    @Override
    public String toString() {
        return instrument == null ? protection : protection + " " + instrument;
    }
}
