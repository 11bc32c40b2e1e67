package io.millrace.core.risk;

import io.millrace.core.money.Money;
import java.time.Duration;

/**
 * A rule of a policy that restricts an account by itself for a time, counted in event time, and lets go again.
 *
 * @param kind what it watches
 * @param scope whether it restricts the account or the instrument that caused it
 * @param mode what it restricts to, {@link TradingMode#REDUCING} or {@link TradingMode#HALTED}
 * @param lockFor how long
 * @param lookback how far back it counts exits; zero where it counts none
 * @param exits how many exits it takes: losing ones for {@link Kind#STOP_LOSS_GUARD}, at least so many for {@link
 *     Kind#LOW_PROFIT}; 0 for the others
 * @param minProfit what the exits of {@link Kind#LOW_PROFIT} have to earn together; zero for the others
 * @param maxDrawdownBps of {@link Kind#MAX_DRAWDOWN}, in 1/10,000 of the peak; 0 for the others
 */
public record Protection(
        Kind kind,
        Scope scope,
        TradingMode mode,
        Duration lockFor,
        Duration lookback,
        int exits,
        Money minProfit,
        long maxDrawdownBps) {
    /** What a protection watches. */
    public enum Kind {
        /** Restricts after every exit. */
        COOLDOWN,
        /** Restricts after a number of losing exits. */
        STOP_LOSS_GUARD,
        /** Restricts the whole account when equity has fallen too far below its peak; afterwards the peak starts anew. */
        MAX_DRAWDOWN,
        /** Restricts when exits earned too little. */
        LOW_PROFIT
    }

    /** What a protection restricts, and of what it counts exits. */
    public enum Scope {
        ACCOUNT,
        INSTRUMENT
    }

    public static Protection cooldown(Scope scope, TradingMode mode, Duration lockFor) {
        return new Protection(Kind.COOLDOWN, scope, mode, lockFor, Duration.ZERO, 0, Money.ZERO, 0);
    }

    public static Protection stopLossGuard(
            Scope scope, TradingMode mode, Duration lockFor, int losingExits, Duration lookback) {
        return new Protection(Kind.STOP_LOSS_GUARD, scope, mode, lockFor, lookback, losingExits, Money.ZERO, 0);
    }

    public static Protection maxDrawdown(TradingMode mode, Duration lockFor, long maxDrawdownBps) {
        return new Protection(
                Kind.MAX_DRAWDOWN, Scope.ACCOUNT, mode, lockFor, Duration.ZERO, 0, Money.ZERO, maxDrawdownBps);
    }

    public static Protection lowProfit(
            Scope scope, TradingMode mode, Duration lockFor, int exits, Duration lookback, Money minProfit) {
        return new Protection(Kind.LOW_PROFIT, scope, mode, lockFor, lookback, exits, minProfit, 0);
    }
}
