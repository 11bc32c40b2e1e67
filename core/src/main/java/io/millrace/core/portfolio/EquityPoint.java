package io.millrace.core.portfolio;

import io.millrace.core.money.Money;
import java.util.List;

/**
 * An account's worth at one moment, in the account's currency: equity = cash + Σ position × mark = deposits + realised +
 * unrealised − fees + funding.
 *
 * @param eventTimeNanos the moment
 * @param currency the account's, empty where an earlier release wrote the point
 * @param funding received less paid for holding positions
 * @param peakEquity the high-water mark: highest equity so far, moved along by deposits and withdrawals; this and the
 *     next three are null where an earlier release wrote the point
 * @param initialMargin what the positions bind
 * @param maintenanceMargin what they need to be kept
 * @param freeBalance what they leave free, before what open orders hold
 * @param balances what it has of each currency, its own first
 */
public record EquityPoint(
        String accountId,
        long eventTimeNanos,
        Money deposits,
        Money cash,
        Money realisedProfit,
        Money unrealisedProfit,
        Money fees,
        Money equity,
        String currency,
        Money funding,
        Money peakEquity,
        Money initialMargin,
        Money maintenanceMargin,
        Money freeBalance,
        List<CurrencyBalance> balances) {

    /** As earlier releases said it. */
    public EquityPoint(
            String accountId,
            long eventTimeNanos,
            Money deposits,
            Money cash,
            Money realisedProfit,
            Money unrealisedProfit,
            Money fees,
            Money equity) {
        this(
                accountId,
                eventTimeNanos,
                deposits,
                cash,
                realisedProfit,
                unrealisedProfit,
                fees,
                equity,
                "",
                Money.ZERO,
                null,
                null,
                null,
                null,
                List.of());
    }
}
