package io.millrace.core.order;

import io.millrace.core.money.Price;

/** What a unit of an order may be traded at, as far as its terms and the market's price tell. */
public final class PriceReach {
    private static final int BPS = 10_000;

    private PriceReach() {}

    /**
     * The most: a buy's limit; of a sell the higher of its limit and the market. Without a limit the higher of the market
     * and the trigger, of a trailing stop to buy beyond that by its distances.
     *
     * @param mark the market's price, null if unknown
     * @return null if nothing tells; {@link Long#MAX_VALUE} if it is beyond
     */
    public static Price highest(OrderTerms terms, Price mark) {
        boolean buys = terms.side() == Side.BUY;
        if (terms.limitPrice() != null) {
            return buys ? terms.limitPrice() : higher(terms.limitPrice(), mark);
        }
        var base = higher(mark, terms.triggerPrice());
        boolean beyond = buys && base != null && terms.trailing() != null;
        return beyond ? new Price(sum(base.units(), distance(terms.trailing(), base))) : base;
    }

    /** The one that costs the account most: the highest of a buy, the lowest of a sell; null if nothing tells. */
    public static Price worst(OrderTerms terms, Price mark) {
        if (terms.side() == Side.BUY) {
            return highest(terms, mark);
        }
        if (terms.limitPrice() != null) {
            return terms.limitPrice();
        }
        var base = lower(mark, terms.triggerPrice());
        boolean beyond = base != null && terms.trailing() != null;
        return beyond ? new Price(Math.max(0, base.units() - distance(terms.trailing(), base))) : base;
    }

    private static long distance(Trailing trailing, Price base) {
        long trigger = trailing.offset() == null
                ? base.units() / BPS * trailing.offsetBps()
                        + (base.units() % BPS * trailing.offsetBps() + BPS - 1) / BPS
                : trailing.offset().units();
        return trailing.limitOffset() == null
                ? trigger
                : sum(trigger, trailing.limitOffset().units());
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - Math.max(0, b) ? Long.MAX_VALUE : a + b;
    }

    private static Price higher(Price one, Price other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    private static Price lower(Price one, Price other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }
}
