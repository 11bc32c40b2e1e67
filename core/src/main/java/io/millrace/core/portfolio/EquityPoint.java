package io.millrace.core.portfolio;

import io.millrace.core.money.Money;

/**
 * An account's worth at one moment: equity = cash + Σ position × mark = deposits + realised + unrealised − fees.
 *
 * @param eventTimeNanos the moment
 */
public record EquityPoint(
        String accountId,
        long eventTimeNanos,
        Money deposits,
        Money cash,
        Money realisedProfit,
        Money unrealisedProfit,
        Money fees,
        Money equity) {}
