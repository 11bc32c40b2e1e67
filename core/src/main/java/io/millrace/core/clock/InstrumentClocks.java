package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;

/**
 * The clocks of one instrument as one task of risk or portfolio has seen and sent them. Times are event time, {@link
 * #NEVER} before the first.
 *
 * @param upstreamNanos of the stage before: signals for risk, risk for portfolio
 * @param venueNanos of the venue
 * @param upstreamGivenUp the upstream clock was waited for in vain; nothing waits for it until it advances again
 * @param venueGivenUp the venue's clock was waited for in vain; nothing waits for it until it advances again
 * @param sentNanos the clock this task sent last
 */
public record InstrumentClocks(
        InstrumentId instrument,
        long upstreamNanos,
        long venueNanos,
        boolean upstreamGivenUp,
        boolean venueGivenUp,
        long sentNanos) {
    /** Before the first clock. */
    public static final long NEVER = Long.MIN_VALUE;

    static InstrumentClocks none(InstrumentId instrument) {
        return new InstrumentClocks(instrument, NEVER, NEVER, false, false, NEVER);
    }

    InstrumentClocks upstreamAt(long nanos) {
        return new InstrumentClocks(instrument, nanos, venueNanos, false, venueGivenUp, sentNanos);
    }

    InstrumentClocks venueAt(long nanos) {
        return new InstrumentClocks(instrument, upstreamNanos, nanos, upstreamGivenUp, false, sentNanos);
    }

    InstrumentClocks sentAt(long nanos) {
        return new InstrumentClocks(instrument, upstreamNanos, venueNanos, upstreamGivenUp, venueGivenUp, nanos);
    }

    InstrumentClocks givenUp(Awaited.Source source) {
        return switch (source) {
            case UPSTREAM -> new InstrumentClocks(instrument, upstreamNanos, venueNanos, true, venueGivenUp, sentNanos);
            case VENUE -> new InstrumentClocks(instrument, upstreamNanos, venueNanos, upstreamGivenUp, true, sentNanos);
        };
    }
}
