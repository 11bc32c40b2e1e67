package io.millrace.core.sizing;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * What a quantity is sized upon.
 *
 * @param equity what the account is worth, in the instrument's quote currency; null if unknown
 * @param mark the instrument's price, null if unknown
 * @param held what the strategy holds of the instrument and may close, zero or above
 * @param lot smallest step of quantities, above zero
 * @param most the most that may be ordered, zero or above
 */
public record Stakes(Money equity, Price mark, Quantity held, Quantity lot, Quantity most) {
    /** Whether there is anything to risk, and a price. */
    boolean isKnown() {
        return equity != null && equity.compareTo(Money.ZERO) > 0 && mark != null && mark.isPositive();
    }
}
