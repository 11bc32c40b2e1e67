package io.millrace.core.execution;

import io.millrace.core.money.Price;
import io.millrace.core.order.OrderTerms;

/** What other terms make of an open order. */
final class PaperReplace {
    private PaperReplace() {}

    /** Why an order cannot have the terms, empty if it can. */
    static String problem(PaperOrder order, OrderTerms terms) {
        if (terms == null) {
            return "TERMS_MISSING";
        }
        if (terms.side() != order.side() || terms.type() != order.terms().type()) {
            return "TERMS_DIFFER an order keeps its side and type";
        }
        if (terms.quantity().compareTo(order.filled()) <= 0) {
            return "QUANTITY_FILLED actual=" + terms.quantity() + " limit=" + order.filled();
        }
        return "";
    }

    /** Whether only the quantity falls: then the order keeps its place in the queue. */
    static boolean keepsPlace(PaperOrder order, OrderTerms terms) {
        return terms.quantity().compareTo(order.quantity()) <= 0
                && terms.withQuantity(order.quantity()).equals(order.terms());
    }

    /** The order with its terms as if it came now. A stop that follows the market keeps the best price it has seen. */
    static PaperOrder anew(PaperOrder order) {
        var place = order.place().anew(order.terms());
        Price best = place.extreme();
        boolean follows = best != null && order.isDormant();
        return order.with(follows ? place.following(best, TrailingTrigger.at(order.terms(), best)) : place);
    }
}
