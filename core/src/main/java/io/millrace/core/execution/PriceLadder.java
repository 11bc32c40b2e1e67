package io.millrace.core.execution;

import io.millrace.core.money.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Orders by a price of theirs, nearest to the market first. Whether the market has reached the first of them is one
 * comparison: orders that it has not reached cost nothing.
 */
final class PriceLadder {
    private final Function<PaperOrder, Price> price;
    private final boolean rising;
    private final TreeSet<PaperOrder> orders;
    private final long none;
    private long nearest;

    private PriceLadder(Function<PaperOrder, Price> price, boolean rising) {
        this.price = price;
        this.rising = rising;
        Comparator<PaperOrder> nearestFirst = rising
                ? Comparator.comparing(price)
                : Comparator.comparing(price).reversed();
        orders = new TreeSet<>(nearestFirst.thenComparingLong(PaperOrder::rank));
        none = rising ? Long.MAX_VALUE : Long.MIN_VALUE;
        nearest = none;
    }

    /** Orders that a rising market reaches: the lowest price comes first. */
    static PriceLadder rising(Function<PaperOrder, Price> price) {
        return new PriceLadder(price, true);
    }

    /** Orders that a falling market reaches: the highest price comes first. */
    static PriceLadder falling(Function<PaperOrder, Price> price) {
        return new PriceLadder(price, false);
    }

    void add(PaperOrder order) {
        orders.add(order);
        nearest = price.apply(orders.first()).units();
    }

    void remove(PaperOrder order) {
        orders.remove(order);
        nearest = orders.isEmpty() ? none : price.apply(orders.first()).units();
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** Whether the market, being at a price, has reached the first order. */
    boolean isReached(long marketUnits) {
        return rising ? nearest <= marketUnits && nearest != none : nearest >= marketUnits && nearest != none;
    }

    /** Whether the market is beyond the first order's price. */
    boolean isPassed(long marketUnits) {
        return rising ? nearest < marketUnits && nearest != none : nearest > marketUnits && nearest != none;
    }

    /** The orders that the market has reached, of those ranked below a bound; nearest first. */
    List<PaperOrder> reached(long marketUnits, long rankBelow) {
        if (!isReached(marketUnits)) {
            return List.of();
        }
        var reached = new ArrayList<PaperOrder>();
        for (var order : orders) {
            if (!isWithin(order, marketUnits)) {
                break;
            }
            if (order.rank() < rankBelow) {
                reached.add(order);
            }
        }
        return reached;
    }

    /**
     * The first price on the way from one price, which is not part of it, to another, which is, at which an order ranked
     * below a bound stands; null if there is none.
     */
    Price next(long fromUnits, long toUnits, long rankBelow) {
        if (!isReached(toUnits)) {
            return null;
        }
        for (var order : orders) {
            long at = price.apply(order).units();
            if (!isWithin(order, toUnits)) {
                return null;
            }
            if ((rising ? at > fromUnits : at < fromUnits) && order.rank() < rankBelow) {
                return price.apply(order);
            }
        }
        return null;
    }

    private boolean isWithin(PaperOrder order, long marketUnits) {
        long at = price.apply(order).units();
        return rising ? at <= marketUnits : at >= marketUnits;
    }
}
