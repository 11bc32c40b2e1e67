package io.millrace.core.execution;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Side;

/**
 * Where an order goes as it begins to act. A limit order that could not take from the latest quote rests at once, behind
 * what is quoted; without quotes the next event says whether it takes. A post-only order always rests, or is refused: it
 * would take where its limit is at the other side's quote or beyond, without quotes at the latest price or beyond.
 */
final class PaperArrival {
    private PaperArrival() {}

    /** Puts an open order where it belongs. */
    static void of(PaperDesk desk, PaperOrder order, long nanos) {
        if (order.isDormant() || order.limit() == null || !order.workable().isPositive()) {
            return;
        }
        if (order.terms().postOnly()) {
            if (wouldTake(desk, order.side(), order.limit())) {
                desk.report(order, ExecutionType.CANCELED, nanos, "POST_ONLY would take");
            } else {
                rest(desk, order);
            }
        } else if (desk.source().hasQuotes()
                && market(desk, order.side()) != null
                && !order.isImmediate()
                && !wouldTake(desk, order.side(), order.limit())) {
            rest(desk, order);
        }
    }

    /** Whether a limit is at the market or beyond, as far as the venue knows. */
    static boolean wouldTake(PaperDesk desk, Side side, Price limit) {
        var market = market(desk, side);
        return market != null && isWithin(side, market, limit);
    }

    /** Whether a price is the limit or better. */
    static boolean isWithin(Side side, Price price, Price limit) {
        return side == Side.BUY ? price.units() <= limit.units() : price.units() >= limit.units();
    }

    /** Into the order book, behind what is quoted at its price. */
    static void rest(PaperDesk desk, PaperOrder order) {
        desk.book().put(order.with(order.place().resting(ahead(desk, order), shown(order))));
    }

    /** The part of an iceberg that is shown, zero of another order. */
    static Quantity shown(PaperOrder order) {
        var display = order.terms().displayQuantity();
        return display == null ? Quantity.ZERO : display.min(order.workable());
    }

    /** What has to trade before an order that joins the queue at its price. */
    static long ahead(PaperDesk desk, PaperOrder order) {
        if (desk.models().queue() == QueueModel.FIRST) {
            return 0;
        }
        var quote = desk.seen().quote();
        if (!desk.source().hasQuotes() || quote == null) {
            return PaperPlace.UNKNOWN;
        }
        var best = order.isBuy() ? quote.bidPrice() : quote.askPrice();
        var size = order.isBuy() ? quote.bidQuantity() : quote.askQuantity();
        if (order.limit().equals(best)) {
            return size.units();
        }
        boolean isBetter = !best.isPositive() || isWithin(order.side(), best, order.limit());
        return isBetter ? 0 : PaperPlace.UNKNOWN;
    }

    /** The price at which a side would take now, null if the venue does not know it. */
    private static Price market(PaperDesk desk, Side side) {
        if (!desk.source().hasQuotes()) {
            return desk.seen().last();
        }
        var quote = desk.seen().quote();
        var price = quote == null ? null : side == Side.BUY ? quote.askPrice() : quote.bidPrice();
        return price == null || !price.isPositive() ? null : price;
    }
}
