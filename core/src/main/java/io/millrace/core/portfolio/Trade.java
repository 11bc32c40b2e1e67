package io.millrace.core.portfolio;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * What a fill does to one position.
 *
 * @param quantity bought, negative if sold
 * @param notional paid for it, negative if received; of a whole fill price × quantity
 */
record Trade(Quantity quantity, Money notional, Price price, Money fee, long nanos) {
    /** The part of it that closes at most a position of the opposite sign, with the whole fee. */
    Trade upTo(Quantity held) {
        var most = held.negate();
        return quantity.abs().compareTo(most.abs()) <= 0 ? this : new Trade(most, price.times(most), price, fee, nanos);
    }

    /** What a part with the whole fee leaves. */
    Trade beyond(Trade part) {
        return new Trade(
                quantity.minus(part.quantity), notional.minus(part.notional), price, fee.minus(part.fee), nanos);
    }
}
