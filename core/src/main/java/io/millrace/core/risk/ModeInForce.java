package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;

/**
 * The trading mode that holds for an order: the most restricting one that anybody has set.
 *
 * @param setBy who set it: empty for the account's policy, else {@code account}, {@code global}, {@code command} or the
 *     protection's lock
 */
record ModeInForce(TradingMode mode, String setBy) {
    /** Without a policy there is no mode: null. */
    static ModeInForce of(Rules rules, RiskAccount account, InstrumentId instrument, long nanos) {
        if (rules.policy() == null) {
            return null;
        }
        var override = rules.account().modeOverride();
        var mode = new ModeInForce(rules.policy().mode(), "")
                .or(override.isEmpty() ? null : TradingMode.valueOf(override), "account")
                .or(rules.global() == null ? null : rules.global().mode(), "global")
                .or(account.commanded(), "command");
        var locks = account.track().locks();
        for (int i = 0; i < locks.size(); i++) {
            var lock = locks.get(i);
            if (lock.holds(instrument, nanos) && lock.mode().compareTo(mode.mode()) > 0) {
                mode = new ModeInForce(lock.mode(), lock.toString());
            }
        }
        return mode;
    }

    private ModeInForce or(TradingMode other, String by) {
        return other == null || other.compareTo(mode) <= 0 ? this : new ModeInForce(other, by);
    }

    @Override
    public String toString() {
        return setBy.isEmpty() ? mode.name() : mode + " by " + setBy;
    }
}
