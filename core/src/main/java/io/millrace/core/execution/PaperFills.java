package io.millrace.core.execution;

import io.millrace.core.market.Instrument;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.TimeInForce;

/**
 * How orders fill at a tick.
 *
 * <ul>
 *   <li>One that takes gets what the tick offers its side, made worse by slippage but never worse than its limit. What
 *       does not fill waits for the next event; with a limit it rests.
 *   <li>One that rests gets its limit. Reached exactly, it waits for those before it in the queue, and an iceberg fills no
 *       more than it shows; what is shown next queues behind all others.
 *   <li>One for the first chance only expires with what does not fill then.
 * </ul>
 */
final class PaperFills {
    private static final String NOTIONAL_TOO_LARGE = "NOTIONAL_TOO_LARGE";

    private final PaperDesk desk;
    private final PaperVolume volume = new PaperVolume();

    /** Fills against one market event. */
    PaperFills(PaperDesk desk) {
        this.desk = desk;
    }

    /** Lets an order take that waits for no trigger. */
    void take(PaperOrder order, Tick tick) {
        var market = tick.takenBy(order.side());
        if (market == null) {
            return;
        }
        if (order.limit() != null && !PaperArrival.isWithin(order.side(), market, order.limit())) {
            rest(order, tick);
            return;
        }
        var rules = desk.rules(tick.timeNanos());
        if (rules == null) {
            expire(order, tick, "UNKNOWN_INSTRUMENT");
            return;
        }
        var quantity = order.workable().min(available(order, tick, rules));
        boolean whole = quantity.equals(order.workable());
        if (order.terms().timeInForce() == TimeInForce.FOK && !whole) {
            expire(order, tick, "");
        } else if (quantity.isPositive()) {
            takeAt(order, market, quantity, tick, rules);
        } else if (order.isImmediate()) {
            expire(order, tick, "");
        }
    }

    private void takeAt(PaperOrder order, Price market, Quantity quantity, Tick tick, Instrument rules) {
        Price price;
        try {
            price = slipped(order, market, quantity, tick);
        } catch (ArithmeticException tooLarge) {
            expire(order, tick, NOTIONAL_TOO_LARGE);
            return;
        }
        var kept = order.becomesLimit() ? order.with(order.place().limited(price)) : order;
        var left = fill(kept, quantity, price, Liquidity.TAKER, tick, rules);
        if (left != null && (left.isImmediate() || left.limit() != null)) {
            rest(left, tick);
        }
    }

    /** Lets an order make that rests and is reached. */
    void make(PaperOrder order, Tick tick) {
        var rules = desk.rules(tick.timeNanos());
        if (rules == null) {
            expire(order, tick, "UNKNOWN_INSTRUMENT");
            return;
        }
        boolean through = tick.isThrough(order);
        var queued = through ? order : ahead(order, tick);
        var quantity = order.workable().min(available(order, tick, rules));
        if (!through) {
            quantity = quantity.min(reached(order, tick, rules));
            if (order.terms().displayQuantity() != null) {
                quantity = quantity.min(order.place().shown());
            }
        }
        if (!quantity.isPositive()) {
            if (!queued.equals(order)) {
                desk.book().put(queued);
            }
            return;
        }
        var left = fill(queued, quantity, tick.madeBy(order), Liquidity.MAKER, tick, rules);
        if (left != null && left.terms().displayQuantity() != null) {
            show(left, order.place().shown().minus(quantity));
        }
    }

    private void show(PaperOrder order, Quantity left) {
        if (left.isPositive()) {
            desk.book().put(order.with(order.place().showing(left)));
        } else {
            PaperArrival.rest(desk, order.ranked(desk.book().takeRank()));
        }
    }

    private void rest(PaperOrder order, Tick tick) {
        if (order.isImmediate()) {
            expire(order, tick, "");
        } else {
            PaperArrival.rest(desk, order);
        }
    }

    private void expire(PaperOrder order, Tick tick, String reason) {
        desk.report(order, ExecutionType.EXPIRED, tick.timeNanos(), reason);
    }

    /** The order after the fill, null if it is no longer open. */
    private PaperOrder fill(
            PaperOrder order, Quantity quantity, Price price, Liquidity liquidity, Tick tick, Instrument rules) {
        var account = order.command().accountId();
        Money notional;
        FeeModel.Fee fee;
        try {
            notional = price.times(quantity);
            fee = FeeModel.of(
                    rules, order, quantity, price, liquidity, desk.book().traded(account));
        } catch (ArithmeticException tooLarge) {
            expire(order, tick, NOTIONAL_TOO_LARGE);
            return null;
        }
        volume.take(order, quantity);
        if (FeeModel.goesByVolume(rules)) {
            desk.book().addTraded(account, notional);
        }
        var owing = order.owing(fee.due());
        return desk.filled(
                owing,
                owing.fill(
                        quantity,
                        price,
                        fee.charged(),
                        liquidity,
                        tick.sequence(),
                        tick.timeNanos(),
                        rules.quoteCurrency()));
    }

    private Price slipped(PaperOrder order, Price market, Quantity quantity, Tick tick) {
        var taken = volume.takenBy(order).plus(quantity);
        var price = desk.models().slippage().on(order.side(), market, taken, tick.volumeFor(order.side()));
        return order.limit() == null || PaperArrival.isWithin(order.side(), price, order.limit())
                ? price
                : order.limit();
    }

    private Quantity available(PaperOrder order, Tick tick, Instrument rules) {
        var participation = desk.models().participation();
        return participation.isLimited()
                ? volume.left(order, participation.of(tick.volumeFor(order.side()), rules.lotSize()))
                : PaperPlace.ALL;
    }

    /** What traded at the order's price after those before it, and is not taken by the account's other orders. */
    private Quantity reached(PaperOrder order, Tick tick, Instrument rules) {
        if (desk.models().queue() == QueueModel.FIRST) {
            return PaperPlace.ALL;
        }
        long ahead = order.place().ahead();
        long traded = tick.tradedWith(order.side()).units();
        long units = ahead >= traded ? 0 : traded - ahead;
        return volume.left(order, new Quantity(units - units % rules.lotSize().units()));
    }

    /** The order, with what traded at its price taken off the queue before it. */
    private PaperOrder ahead(PaperOrder order, Tick tick) {
        long ahead = order.place().ahead();
        long traded = tick.tradedWith(order.side()).units();
        return ahead == 0 || ahead == PaperPlace.UNKNOWN || traded == 0
                ? order
                : order.with(order.place().behind(Math.max(0, ahead - traded)));
    }
}
