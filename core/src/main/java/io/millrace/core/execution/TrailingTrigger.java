package io.millrace.core.execution;

import io.millrace.core.money.Price;
import io.millrace.core.order.OrderTerms;

/** The trigger of a trailing stop: behind the best price of the market since it began to follow. */
final class TrailingTrigger {
    private TrailingTrigger() {}

    /** The trigger where the best price is this: above it for a buy, below it for a sell. */
    static Price at(OrderTerms terms, Price best) {
        var trailing = terms.trailing();
        int away = terms.side().sign();
        return trailing.offset() == null
                ? best.plusBps(away * trailing.offsetBps())
                : new Price(Math.addExact(best.units(), away * trailing.offset().units()));
    }

    /** The limit of an order whose trigger is reached: beyond the trigger, and above zero. */
    static Price limit(PaperOrder order) {
        var offset = order.terms().trailing().limitOffset();
        long units = Math.addExact(order.place().trigger().units(), order.side().sign() * offset.units());
        return new Price(Math.max(1, units));
    }
}
