package io.millrace.core.execution;

import io.millrace.core.money.Price;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderType;
import java.util.List;

/**
 * What one market event does to the orders: those that take, then those that it triggers, then those that rest. Within
 * each the nearest price comes first, then the earlier order.
 */
final class PaperTicks {
    private final PaperDesk desk;
    private final PaperShelves shelves;
    private final PaperFills fills;

    PaperTicks(PaperDesk desk) {
        this.desk = desk;
        this.shelves = desk.book().shelves();
        this.fills = new PaperFills(desk);
    }

    void on(Tick tick) {
        for (var order : shelves.eager(tick.rankBelow())) {
            var now = current(order);
            if (now != null && shelves.isEager(now)) {
                eager(now, tick);
            }
        }
        if (tick.triggers()) {
            triggers(tick);
        }
        rests(shelves.restingBuys.reached(tick.low(), tick.rankBelow()), tick);
        rests(shelves.restingSells.reached(tick.high(), tick.rankBelow()), tick);
    }

    /** A quote shows how much is left in the queue of orders at the best price or better. */
    void onQueue(Tick tick) {
        if (desk.models().queue() == QueueModel.FIRST) {
            return;
        }
        shorten(shelves.restingBuys.reached(tick.high(), tick.rankBelow()));
        shorten(shelves.restingSells.reached(tick.low(), tick.rankBelow()));
    }

    private void shorten(List<PaperOrder> orders) {
        for (var order : orders) {
            long ahead = PaperArrival.ahead(desk, order);
            if (ahead < order.place().ahead()) {
                desk.book().put(order.with(order.place().behind(ahead)));
            }
        }
    }

    private void eager(PaperOrder order, Tick tick) {
        if (!order.isDormant()) {
            fills.take(order, tick);
        } else if (tick.triggers()) {
            follow(order, tick.touch(order.side()));
        }
    }

    private void triggers(Tick tick) {
        if (tick.buyTouch() != null) {
            long buy = tick.buyTouch().units();
            triggered(shelves.stopBuys.reached(buy, tick.rankBelow()), tick);
            triggered(shelves.touchedBuys.reached(buy, tick.rankBelow()), tick);
            followed(shelves.trailingBuys, tick.buyTouch(), tick);
        }
        if (tick.sellTouch() != null) {
            long sell = tick.sellTouch().units();
            triggered(shelves.stopSells.reached(sell, tick.rankBelow()), tick);
            triggered(shelves.touchedSells.reached(sell, tick.rankBelow()), tick);
            followed(shelves.trailingSells, tick.sellTouch(), tick);
        }
    }

    private void triggered(List<PaperOrder> orders, Tick tick) {
        for (var order : orders) {
            var now = current(order);
            if (now == null || !now.isDormant()) {
                continue;
            }
            if (now.terms().type().isTrailing() && now.place().extreme() == null) {
                follow(now, tick.touch(now.side()));
            } else {
                trigger(now, tick);
            }
        }
    }

    private void trigger(PaperOrder order, Tick tick) {
        var limit =
                order.terms().type() == OrderType.TRAILING_STOP_LIMIT ? TrailingTrigger.limit(order) : order.limit();
        desk.report(order.with(order.place().triggered(limit)), ExecutionType.TRIGGERED, tick.timeNanos(), "");
        var now = desk.book().open(order.id());
        var market = tick.takenBy(order.side());
        if (now.terms().postOnly()) {
            if (market != null && PaperArrival.isWithin(now.side(), market, now.limit())) {
                desk.report(now, ExecutionType.CANCELED, tick.timeNanos(), "POST_ONLY would take");
            } else {
                PaperArrival.of(desk, now, tick.timeNanos());
            }
        } else {
            fills.take(now, tick);
        }
    }

    private void followed(PriceLadder trailing, Price touch, Tick tick) {
        if (trailing.isPassed(touch.units())) {
            for (var order : trailing.reached(touch.units(), tick.rankBelow())) {
                if (!order.place().extreme().equals(touch)) {
                    follow(order, touch);
                }
            }
        }
    }

    private void follow(PaperOrder order, Price best) {
        if (best != null) {
            var trigger = TrailingTrigger.at(order.terms(), best);
            desk.book().put(order.with(order.place().following(best, trigger)));
        }
    }

    private void rests(List<PaperOrder> orders, Tick tick) {
        for (var order : orders) {
            var now = current(order);
            if (now != null && now.place().rested() && now.workable().isPositive()) {
                fills.make(now, tick);
            }
        }
    }

    /** The order as it is by now, null if it is no longer open or lost its place to one of its group. */
    private PaperOrder current(PaperOrder order) {
        var now = desk.book().open(order.id());
        return now == null || now.rank() != order.rank() ? null : now;
    }

    /** Whether a market that is at these prices, and here for triggers, moves any order. */
    static boolean moves(PaperShelves shelves, long low, long high, long buyTouch, long sellTouch) {
        return !shelves.eager.isEmpty()
                || shelves.restingBuys.isReached(low)
                || shelves.restingSells.isReached(high)
                || shelves.stopBuys.isReached(buyTouch)
                || shelves.stopSells.isReached(sellTouch)
                || shelves.touchedBuys.isReached(buyTouch)
                || shelves.touchedSells.isReached(sellTouch)
                || shelves.trailingBuys.isPassed(buyTouch)
                || shelves.trailingSells.isPassed(sellTouch);
    }

    /** The next price between two, the first not included, at which an order stands; null if there is none. */
    Price next(Price from, Price to, long rankBelow) {
        boolean falls = to.compareTo(from) < 0;
        var ladders = falls
                ? List.of(shelves.restingBuys, shelves.stopSells, shelves.touchedBuys)
                : List.of(shelves.restingSells, shelves.stopBuys, shelves.touchedSells);
        Price next = null;
        for (var ladder : ladders) {
            var at = ladder.next(from.units(), to.units(), rankBelow);
            boolean nearer = at != null && (next == null || falls == at.compareTo(next) > 0);
            next = nearer ? at : next;
        }
        return next;
    }
}
