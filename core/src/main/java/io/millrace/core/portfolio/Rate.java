package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;

/**
 * What turns a currency into the account's own.
 *
 * @param instrument its mark is the rate
 * @param inverse the instrument is quoted in the other currency: amounts are divided by its price instead of multiplied
 * @param price the latest mark, null before the first
 */
public record Rate(InstrumentId instrument, boolean inverse, Price price) {
    Rate at(Price mark) {
        return new Rate(instrument, inverse, mark);
    }

    /** An amount in the account's currency, rounded half-even to 1e-8; nothing while no price is known. */
    Money convert(Money amount) {
        if (price == null || amount.units() == 0) {
            return Money.ZERO;
        }
        return inverse ? amount.dividedBy(price) : amount.times(price);
    }

    /** The same of an amount of any size. */
    WideMoney convert(WideMoney amount) {
        if (price == null) {
            return WideMoney.ZERO;
        }
        return inverse ? amount.dividedBy(price) : amount.times(price);
    }
}
