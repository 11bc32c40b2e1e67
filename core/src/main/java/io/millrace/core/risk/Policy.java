package io.millrace.core.risk;

/**
 * One version of a risk policy: the mode in force and the limits of each mode that has limits.
 *
 * @param version grows by one with every change
 * @param effectiveFromNanos event time from which on this version holds
 */
public record Policy(
        String policyId,
        long version,
        TradingMode mode,
        Limits aggressive,
        Limits normal,
        Limits defensive,
        long effectiveFromNanos) {
    /** The limits of a mode. An account that reduces or halts keeps the tightest. */
    public Limits limits(TradingMode inForce) {
        return switch (inForce) {
            case AGGRESSIVE -> aggressive;
            case NORMAL -> normal;
            case DEFENSIVE, REDUCING, HALTED -> defensive;
        };
    }
}
