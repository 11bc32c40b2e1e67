package io.millrace.core.order;

import io.millrace.core.money.Price;

/**
 * How a trigger follows the market. Exactly one of the two distances is given.
 *
 * @param offset distance of the trigger from the market as a price, null if it is a ratio
 * @param offsetBps distance of the trigger in 1/10,000 of the market's price, 0 if it is a price
 * @param limitOffset of a {@link OrderType#TRAILING_STOP_LIMIT}: how far beyond the trigger its limit is, zero or above;
 *     null for a market order
 */
public record Trailing(Price offset, long offsetBps, Price limitOffset) {
    /** Follows at a distance in price. */
    public static Trailing by(Price offset) {
        return new Trailing(offset, 0, null);
    }

    /** Follows at a distance in 1/10,000 of the market's price. */
    public static Trailing byBps(long offsetBps) {
        return new Trailing(null, offsetBps, null);
    }

    /** The same, for an order with a limit. */
    public Trailing withLimit(Price beyondTrigger) {
        return new Trailing(offset, offsetBps, beyondTrigger);
    }
}
