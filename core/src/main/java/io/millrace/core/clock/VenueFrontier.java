package io.millrace.core.clock;

import java.util.List;

/**
 * How far a venue may match an instrument: V = min(market time that is over, earliest risk clock + latency).
 *
 * <p>A command decided at d acts at d + latency. Beyond V a command may still come; up to V all are here, since each
 * risk task has sent its clock after its commands. Nothing is matched before every risk task has spoken.
 */
public final class VenueFrontier {
    private VenueFrontier() {}

    /** The time up to which all risk tasks have decided, {@link InstrumentClocks#NEVER} before each has spoken. */
    public static long decided(List<Long> riskNanos) {
        return riskNanos.stream().mapToLong(Long::longValue).min().orElse(InstrumentClocks.NEVER);
    }

    /** V. */
    public static long at(MarketTime market, long decidedNanos, long latencyNanos) {
        return decidedNanos == InstrumentClocks.NEVER
                ? InstrumentClocks.NEVER
                : Math.min(market.overNanos(), Math.addExact(decidedNanos, latencyNanos));
    }

    /**
     * Whether an account with an open order is to be told V. It waits for a moment m ≤ decided + 1 ns if it can be the
     * next to advance; so V helps once it is not behind what is decided, and a clock beyond that was enough. A step
     * that sent the account a report always tells it V as well.
     *
     * @param sentNanos the clock that the account was told last, {@link InstrumentClocks#NEVER} if none
     */
    public static boolean tells(long frontierNanos, long decidedNanos, long sentNanos) {
        return decidedNanos != InstrumentClocks.NEVER
                && frontierNanos > sentNanos
                && sentNanos <= decidedNanos
                && frontierNanos >= decidedNanos;
    }
}
