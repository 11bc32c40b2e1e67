package io.millrace.verification.history;

/**
 * How the run was set up, where the log does not say it.
 *
 * @param venueLatencyNanos of the paper venue, event time
 * @param slippageBps the most by which a paper fill may be worse than the market, in 1/10,000
 * @param isThrough the run ended by itself, everything in it has come to its end
 */
public record Conditions(long venueLatencyNanos, long slippageBps, boolean isThrough) {
    /** As the platform runs if nobody says otherwise. */
    public static final Conditions STANDARD = new Conditions(50_000_000, 0, true);
}
