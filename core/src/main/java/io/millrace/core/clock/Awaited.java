package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;

/**
 * A clock that has to reach a time before an account's next moment may be taken.
 *
 * @param untilNanos the event time it has to reach
 */
public record Awaited(Source source, InstrumentId instrument, long untilNanos) {
    /** Whose clock. */
    public enum Source {
        /** The stage before: signals for risk, risk for portfolio. */
        UPSTREAM,
        VENUE
    }

    public boolean isOf(Source other, InstrumentId on) {
        return source == other && instrument.equals(on);
    }
}
