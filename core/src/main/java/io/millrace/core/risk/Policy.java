package io.millrace.core.risk;

import java.util.List;

/**
 * One version of a risk policy: the mode in force and the limits of each mode that has limits.
 *
 * @param version grows by one with every change
 * @param effectiveFromNanos event time from which on this version holds
 * @param protections what restricts the account by itself, none if empty
 */
public record Policy(
        String policyId,
        long version,
        TradingMode mode,
        Limits aggressive,
        Limits normal,
        Limits defensive,
        long effectiveFromNanos,
        List<Protection> protections) {
    public Policy {
        protections = List.copyOf(protections);
    }

    /** A policy without protections. */
    public Policy(
            String policyId,
            long version,
            TradingMode mode,
            Limits aggressive,
            Limits normal,
            Limits defensive,
            long effectiveFromNanos) {
        this(policyId, version, mode, aggressive, normal, defensive, effectiveFromNanos, List.of());
    }

    /** The same policy in another mode. */
    public Policy with(long nextVersion, TradingMode nextMode, long from) {
        return new Policy(policyId, nextVersion, nextMode, aggressive, normal, defensive, from, protections);
    }

    /** The limits of a mode. An account that reduces or halts keeps the tightest. */
    public Limits limits(TradingMode inForce) {
        return switch (inForce) {
            case AGGRESSIVE -> aggressive;
            case NORMAL -> normal;
            case DEFENSIVE, REDUCING, HALTED -> defensive;
        };
    }
}
