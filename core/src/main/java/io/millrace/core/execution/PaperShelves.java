package io.millrace.core.execution;

import io.millrace.core.money.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Where each open order waits for what can move it. Every order is in one place at a time; a trailing stop that follows
 * the market is also among those that its next extreme moves. A child whose parent has filled nothing of it is nowhere.
 */
final class PaperShelves {
    /** Orders that the next event moves whatever its price: those that take, and stops that begin to trail. */
    final TreeSet<PaperOrder> eager = new TreeSet<>(Comparator.comparingLong(PaperOrder::rank));

    final PriceLadder restingBuys = PriceLadder.falling(PaperOrder::limit);
    final PriceLadder restingSells = PriceLadder.rising(PaperOrder::limit);
    /** Buys that a falling, sells that a rising market triggers: if touched, or trailing from there on. */
    final PriceLadder touchedBuys = PriceLadder.falling(PaperShelves::trigger);

    final PriceLadder touchedSells = PriceLadder.rising(PaperShelves::trigger);
    /** Buys that a rising, sells that a falling market triggers. */
    final PriceLadder stopBuys = PriceLadder.rising(PaperShelves::trigger);

    final PriceLadder stopSells = PriceLadder.falling(PaperShelves::trigger);
    /** Trailing buys by the lowest price since, sells by the highest: one beyond it moves their triggers. */
    final PriceLadder trailingBuys = PriceLadder.falling(PaperShelves::extreme);

    final PriceLadder trailingSells = PriceLadder.rising(PaperShelves::extreme);

    void add(PaperOrder order) {
        if (!order.workable().isPositive()) {
            return;
        }
        var ladder = ladder(order);
        if (ladder == null) {
            eager.add(order);
        } else {
            ladder.add(order);
        }
        if (isFollowing(order)) {
            trailing(order).add(order);
        }
    }

    void remove(PaperOrder order) {
        if (!order.workable().isPositive()) {
            return;
        }
        var ladder = ladder(order);
        if (ladder == null) {
            eager.remove(order);
        } else {
            ladder.remove(order);
        }
        if (isFollowing(order)) {
            trailing(order).remove(order);
        }
    }

    /** Whether the next event may move the order whatever its price. */
    boolean isEager(PaperOrder order) {
        return eager.contains(order);
    }

    List<PaperOrder> eager(long rankBelow) {
        return eager.isEmpty()
                ? List.of()
                : new ArrayList<>(
                        eager.stream().filter(order -> order.rank() < rankBelow).toList());
    }

    private PriceLadder ladder(PaperOrder order) {
        if (order.isDormant()) {
            return dormant(order);
        }
        if (order.limit() == null || !order.place().rested()) {
            return null;
        }
        return order.isBuy() ? restingBuys : restingSells;
    }

    private PriceLadder dormant(PaperOrder order) {
        return switch (order.terms().type()) {
            case STOP_MARKET, STOP_LIMIT -> stops(order);
            case MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED -> touched(order);
            case TRAILING_STOP_MARKET, TRAILING_STOP_LIMIT ->
                order.place().extreme() != null
                        ? stops(order)
                        : order.place().trigger() != null ? touched(order) : null;
            case MARKET, LIMIT, MARKET_TO_LIMIT -> throw new IllegalStateException(order + " waits for no trigger");
        };
    }

    private PriceLadder stops(PaperOrder order) {
        return order.isBuy() ? stopBuys : stopSells;
    }

    private PriceLadder touched(PaperOrder order) {
        return order.isBuy() ? touchedBuys : touchedSells;
    }

    private PriceLadder trailing(PaperOrder order) {
        return order.isBuy() ? trailingBuys : trailingSells;
    }

    private static boolean isFollowing(PaperOrder order) {
        return order.isDormant() && order.place().extreme() != null;
    }

    private static Price trigger(PaperOrder order) {
        return order.place().trigger();
    }

    private static Price extreme(PaperOrder order) {
        return order.place().extreme();
    }
}
