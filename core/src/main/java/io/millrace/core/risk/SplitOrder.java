package io.millrace.core.risk;

import io.millrace.core.market.Instrument;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.PriceReach;
import io.millrace.core.order.Slices;
import java.util.ArrayList;
import java.util.List;

/**
 * An order that an algorithm splits, as far as it got. Risk approved it whole; each of its slices is an intent of its own
 * that waits for its time and is decided then. Immutable.
 *
 * @param intent that wanted it
 * @param decidedAtNanos event time at which it was approved
 * @param last number of its last slice
 * @param taken number of the slice decided last, 0 before the first
 * @param sent quantity of the slices that were approved
 * @param filled of them
 * @param open ids of its child orders that are not final
 */
public record SplitOrder(
        OrderIntent intent,
        long decidedAtNanos,
        int last,
        int taken,
        Quantity sent,
        Quantity filled,
        List<String> open) {

    /** An order that was approved just now, and its slices, in the order of their times. */
    record Plan(SplitOrder order, List<OrderIntent> slices) {}

    /** @param mark the price known at the decision, null if none was */
    static Plan plan(OrderIntent intent, Instrument instrument, Price mark, long decidedAtNanos) {
        var least = least(intent.terms(), instrument, mark);
        var slices = Slices.of(intent.terms(), instrument.lotSize(), least, decidedAtNanos);
        var last = slices.isEmpty() ? 0 : slices.get(slices.size() - 1).number();
        var order = new SplitOrder(intent, decidedAtNanos, last, 0, Quantity.ZERO, Quantity.ZERO, List.of());
        return new Plan(order, slices.stream().map(order::child).toList());
    }

    /** The smallest quantity that is an order: at the price of the decision it is worth the least notional too. */
    private static Quantity least(OrderTerms terms, Instrument instrument, Price mark) {
        var price = PriceReach.highest(terms, mark);
        if (instrument.minNotional() == null || price == null || !price.isPositive()) {
            return instrument.minQuantity();
        }
        var most = terms.quantity();
        var worth = WideMoney.of(instrument.minNotional());
        // The notional grows with the quantity, so the least one that is worth enough lies between these.
        long below = 0;
        long enough = most.units();
        while (enough - below > 1) {
            long middle = below + (enough - below) / 2;
            if (WideMoney.notional(middle, price).compareTo(worth) < 0) {
                below = middle;
            } else {
                enough = middle;
            }
        }
        var least = new Quantity(enough);
        return least.compareTo(instrument.minQuantity()) > 0 ? least : instrument.minQuantity();
    }

    /** The same as its intent's id. */
    public String orderId() {
        return intent.intentId();
    }

    /** Every slice is decided and every child order is final. */
    public boolean isDone() {
        return taken >= last && open.isEmpty();
    }

    boolean has(String childOrderId) {
        return open.contains(childOrderId);
    }

    /** After the decision on a slice. */
    SplitOrder decided(RiskDecision slice) {
        var next = new ArrayList<>(open);
        var quantity = Quantity.ZERO;
        for (var order : slice.orders()) {
            next.add(order.orderId());
            quantity = quantity.plus(order.terms().quantity());
        }
        int number = Math.toIntExact(slice.intent().ordinal());
        return new SplitOrder(intent, decidedAtNanos, last, number, sent.plus(quantity), filled, List.copyOf(next));
    }

    /** After a report on one of its child orders. */
    SplitOrder reported(ExecutionReport report) {
        var next = new ArrayList<>(open);
        if (report.type().isFinal()) {
            next.remove(report.orderId());
        }
        var fill = report.type().isFill() ? report.lastQuantity() : Quantity.ZERO;
        return new SplitOrder(intent, decidedAtNanos, last, taken, sent, filled.plus(fill), List.copyOf(next));
    }

    /** No slice follows any more. */
    SplitOrder stopped() {
        return new SplitOrder(intent, decidedAtNanos, last, last, sent, filled, open);
    }

    /** The slices that were not decided yet: of those that are too small to be sent nothing waits. */
    List<OrderIntent> waiting() {
        var waiting = new ArrayList<OrderIntent>();
        for (int number = taken + 1; number <= last; number++) {
            long due = Slices.dueNanos(intent.terms().algorithm(), decidedAtNanos, number);
            waiting.add(child(new Slices.Slice(number, due, Quantity.ZERO)));
        }
        return waiting;
    }

    /** A slice that is not larger than what is shown at a time is shown whole. */
    private OrderTerms terms(Quantity slice) {
        var whole = intent.terms().splitBy(null).withQuantity(slice);
        var shown = whole.displayQuantity();
        return shown == null || shown.compareTo(slice) < 0 ? whole : whole.showing(null);
    }

    private OrderIntent child(Slices.Slice slice) {
        var algorithm = intent.terms().algorithm();
        return new OrderIntent(
                OrderIds.child(orderId(), slice.number()),
                Action.SUBMIT,
                intent.strategyId(),
                intent.strategyVersion(),
                intent.accountId(),
                intent.instrument(),
                slice.number(),
                slice.dueNanos(),
                Ordering.EVENT_TIME,
                terms(slice.quantity()),
                null,
                algorithm.kind() + " " + slice.number() + "/" + algorithm.slices() + " of " + orderId(),
                List.of(),
                null,
                null,
                orderId());
    }
}
