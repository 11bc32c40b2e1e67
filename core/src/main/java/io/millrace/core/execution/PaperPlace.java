package io.millrace.core.execution;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderTerms;

/**
 * Where an order stands against the market. Immutable.
 *
 * @param rested it is in the order book and makes liquidity from now on
 * @param triggered the market reached its trigger
 * @param limit in force, null if there is none (yet)
 * @param trigger in force, null if there is none (yet)
 * @param extreme of a trailing stop that follows: the best price of the market since, null for others
 * @param ahead what has to trade at its price before it, {@link #UNKNOWN} if nobody knows
 * @param shown what is left of the part of an iceberg that is shown, zero for other orders
 * @param released what its parent has filled of it, {@link #ALL} without a parent
 */
public record PaperPlace(
        boolean rested,
        boolean triggered,
        Price limit,
        Price trigger,
        Price extreme,
        long ahead,
        Quantity shown,
        Quantity released) {
    /** A queue of unknown length: only a trade through the price fills. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** Nothing holds the order back. */
    public static final Quantity ALL = new Quantity(Long.MAX_VALUE);

    static PaperPlace of(OrderTerms terms, boolean child) {
        var released = child ? Quantity.ZERO : ALL;
        return new PaperPlace(
                false, false, terms.limitPrice(), terms.triggerPrice(), null, UNKNOWN, Quantity.ZERO, released);
    }

    /** As if it came now, with other terms; what the market has made of it stays: how far it follows, and its limit. */
    PaperPlace anew(OrderTerms terms) {
        return new PaperPlace(
                false,
                triggered,
                terms.limitPrice() == null ? limit : terms.limitPrice(),
                terms.triggerPrice(),
                extreme,
                UNKNOWN,
                Quantity.ZERO,
                released);
    }

    /** In the order book, behind what is ahead. */
    PaperPlace resting(long queueAhead, Quantity display) {
        return new PaperPlace(true, triggered, limit, trigger, extreme, queueAhead, display, released);
    }

    PaperPlace behind(long queueAhead) {
        return new PaperPlace(rested, triggered, limit, trigger, extreme, queueAhead, shown, released);
    }

    PaperPlace showing(Quantity left) {
        return new PaperPlace(rested, triggered, limit, trigger, extreme, ahead, left, released);
    }

    PaperPlace limited(Price other) {
        return new PaperPlace(rested, triggered, other, trigger, extreme, ahead, shown, released);
    }

    PaperPlace following(Price best, Price newTrigger) {
        return new PaperPlace(rested, triggered, limit, newTrigger, best, ahead, shown, released);
    }

    PaperPlace triggered(Price newLimit) {
        return new PaperPlace(rested, true, newLimit, trigger, extreme, ahead, shown, released);
    }

    PaperPlace released(Quantity other) {
        return new PaperPlace(rested, triggered, limit, trigger, extreme, ahead, shown, other);
    }
}
