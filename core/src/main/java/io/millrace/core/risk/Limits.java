package io.millrace.core.risk;

import io.millrace.core.money.Money;
import java.time.Duration;

/**
 * The limits of one mode. All but the safeguards are required.
 *
 * @param maxOrderNotional of one order, quantity × price, in the account's currency
 * @param maxPositionNotional of one instrument's position after the order, with all open orders of its side filled
 * @param maxGrossExposure Σ |position × mark| after the order, with the open orders filled that make it largest
 * @param maxLeverageBps gross exposure / equity in 1/10,000 (10,000 is 1 ×)
 * @param maxDailyLoss equity at the start of the UTC day − equity
 * @param maxDrawdownBps (peak equity − equity) / peak equity in 1/10,000
 * @param maxOrdersPerMinute orders approved within the last 60 s of event time, this one included
 * @param maxPriceAge event time − time of the mark
 * @param safeguards limits that need not be set, {@link Safeguards#NONE} if none is
 */
public record Limits(
        Money maxOrderNotional,
        Money maxPositionNotional,
        Money maxGrossExposure,
        long maxLeverageBps,
        Money maxDailyLoss,
        long maxDrawdownBps,
        int maxOrdersPerMinute,
        Duration maxPriceAge,
        Safeguards safeguards) {
    /** Limits without safeguards. */
    public Limits(
            Money maxOrderNotional,
            Money maxPositionNotional,
            Money maxGrossExposure,
            long maxLeverageBps,
            Money maxDailyLoss,
            long maxDrawdownBps,
            int maxOrdersPerMinute,
            Duration maxPriceAge) {
        this(
                maxOrderNotional,
                maxPositionNotional,
                maxGrossExposure,
                maxLeverageBps,
                maxDailyLoss,
                maxDrawdownBps,
                maxOrdersPerMinute,
                maxPriceAge,
                Safeguards.NONE);
    }

    public Limits with(Safeguards others) {
        return new Limits(
                maxOrderNotional,
                maxPositionNotional,
                maxGrossExposure,
                maxLeverageBps,
                maxDailyLoss,
                maxDrawdownBps,
                maxOrdersPerMinute,
                maxPriceAge,
                others);
    }
}
