package io.millrace.core.market;

/**
 * A trade of a bar once nothing earlier is waited for: it has its place in the order (event time, sequence), and so a
 * side.
 *
 * @param side +1 a buyer took it, −1 a seller, as reported or else by the tick rule; 0 if neither knows
 * @param sideReported whether the venue said who took it
 * @param quality set of {@link QualityFlag}s
 */
public record SettledTrade(
        InstrumentId instrument,
        long eventTimeNanos,
        long sequence,
        long priceUnits,
        long quantityUnits,
        int side,
        boolean sideReported,
        int quality) {
    /** A trade of which the venue did not say who took it. */
    public SettledTrade(
            InstrumentId instrument,
            long eventTimeNanos,
            long sequence,
            long priceUnits,
            long quantityUnits,
            int side,
            int quality) {
        this(instrument, eventTimeNanos, sequence, priceUnits, quantityUnits, side, false, quality);
    }
}
