package io.millrace.core.portfolio;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;

/**
 * What an account has of one currency, exact: cash + value = deposits + realised + unrealised − fees + funding.
 *
 * @param value Σ position × mark of what is quoted in it
 * @param rate the conversion mark, null for the account's own currency and where none is known
 */
public record CurrencyBalance(
        String currency,
        Money deposits,
        Money cash,
        Money value,
        Money realisedProfit,
        Money unrealisedProfit,
        Money fees,
        Money funding,
        Price rate) {

    static CurrencyBalance of(Balance balance, String currency) {
        return new CurrencyBalance(
                currency,
                balance.deposits(),
                balance.cash(),
                balance.value(),
                balance.realisedProfit(),
                balance.unrealisedProfit(),
                balance.fees(),
                balance.funding(),
                balance.rate() == null ? null : balance.rate().price());
    }
}
