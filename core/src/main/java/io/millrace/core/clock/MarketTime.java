package io.millrace.core.clock;

/**
 * An instrument's own time, from the order of its market events alone.
 *
 * <p>Trades out of order do not turn time back: a trade counts at the latest time seen so far. After a trade at time t
 * another one at t may follow, so only what is before t is over; a market clock at t says that t is over too, and a
 * trade that comes after it counts at t + 1 ns at the earliest.
 *
 * @param latestNanos the time at which the latest trade counts, or of the latest clock if that is later
 * @param overNanos the latest time at which no trade can still count
 */
public record MarketTime(long latestNanos, long overNanos) {
    public static final MarketTime NONE = new MarketTime(InstrumentClocks.NEVER, InstrumentClocks.NEVER);

    /** When a trade counts that comes now. */
    public long of(long tradeNanos) {
        long after = overNanos == InstrumentClocks.NEVER ? tradeNanos : overNanos + 1;
        return Math.max(tradeNanos, Math.max(latestNanos == InstrumentClocks.NEVER ? tradeNanos : latestNanos, after));
    }

    public MarketTime trade(long tradeNanos) {
        long time = of(tradeNanos);
        return new MarketTime(time, Math.max(overNanos, time - 1));
    }

    public MarketTime clock(long clockNanos) {
        return new MarketTime(Math.max(latestNanos, clockNanos), Math.max(overNanos, clockNanos));
    }

    /** The time of two kinds of events together: over is what is over for both. */
    public MarketTime and(MarketTime other) {
        return new MarketTime(Math.max(latestNanos, other.latestNanos), Math.min(overNanos, other.overNanos));
    }
}
