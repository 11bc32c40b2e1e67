package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Instrument;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.PriceReach;
import io.millrace.core.order.Side;
import java.util.List;

/**
 * What an order is held at until it is filled or ends: the most that it may take from the account's cash in
 * the instrument's quote currency, its fee included. A buy takes its price, a sell at most the part of its fee that its proceeds do not cover.
 */
final class Hold {
    private Hold() {}

    /** Of an order that is to be decided; zero without any price. */
    static WideMoney of(RiskCase order) {
        var price = PriceReach.worst(order.terms(), order.markPrice());
        return of(order, order.terms(), order.quantity(), price, order.instrument());
    }

    /**
     * Of the order and all open orders that are paid in its currency. Of orders that cancel or reduce each other only the
     * most counts.
     */
    static WideMoney together(RiskCase order) {
        // What is replaced is in the book with its new terms.
        var held = order.replaced() == null ? of(order) : WideMoney.ZERO;
        var orders = order.book().openOrders();
        for (int i = 0; i < orders.size(); i++) {
            if (isFirst(orders, i)) {
                held = held.plus(ofAlternatives(order, orders, i));
            }
        }
        return held;
    }

    /** Whether no earlier order is an alternative. */
    private static boolean isFirst(List<OpenOrder> orders, int at) {
        for (int i = 0; i < at; i++) {
            if (orders.get(at).isAlternativeTo(orders.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of an order, or the most of an alternative to it; they come after it. */
    private static WideMoney ofAlternatives(RiskCase order, List<OpenOrder> orders, int at) {
        var most = of(order, orders.get(at));
        for (int i = at + 1; i < orders.size(); i++) {
            if (orders.get(at).isAlternativeTo(orders.get(i))) {
                most = most.max(of(order, orders.get(i)));
            }
        }
        return most;
    }

    /** The fee of a fill of all of a quantity, at the highest rate that may apply. */
    static WideMoney fee(Instrument instrument, long quantity, WideMoney notional) {
        var fees = instrument.fees();
        if (fees == null) {
            return rated(notional, Math.max(instrument.takerFeeBps(), instrument.makerFeeBps()));
        }
        boolean perUnit = fees.perUnit().units() > 0;
        var fee = perUnit
                ? WideMoney.notional(quantity, new Price(fees.perUnit().units()))
                : rated(notional, highest(instrument, fees));
        return fee.max(WideMoney.of(fees.minimum()));
    }

    private static WideMoney of(RiskCase order, OpenOrder open) {
        var instrument = open.instrument().equals(order.instrumentId())
                ? order.instrument()
                : order.rules().instruments().instrument(open.instrument(), order.decidedAtNanos());
        if (!order.balance(instrument)
                .currency()
                .equals(order.balance(order.instrument()).currency())) {
            return WideMoney.ZERO;
        }
        return of(order, open.terms(), open.reach().units(), price(open), instrument);
    }

    /** What risk valued a unit at, or what its venue has made of the order's own price if that costs more. */
    private static Price price(OpenOrder open) {
        var terms = open.terms();
        var own = terms.limitPrice() == null ? terms.triggerPrice() : terms.limitPrice();
        var valued = open.reachPrice();
        boolean costsMore = own != null
                && (valued == null || own.compareTo(valued) * terms.side().sign() > 0);
        return costsMore ? own : valued;
    }

    private static WideMoney of(RiskCase order, OrderTerms terms, long quantity, Price price, Instrument instrument) {
        boolean limited = terms.type().hasLimit() && terms.limitPrice() != null;
        if (price == null) {
            return WideMoney.ZERO;
        }
        var notional = WideMoney.notional(quantity, price);
        if (!limited && terms.side() == Side.BUY) {
            notional = notional.plus(notional.bpsUp(order.safeguards().reserveBps()));
        }
        var fee = instrument == null ? WideMoney.ZERO : fee(instrument, quantity, notional);
        return terms.side() == Side.BUY
                ? notional.plus(fee)
                : fee.minus(notional).max(WideMoney.ZERO);
    }

    private static long highest(Instrument instrument, FeeSchedule fees) {
        long rate = Math.max(instrument.takerFeeBps(), instrument.makerFeeBps());
        for (var tier : fees.tiers()) {
            rate = Math.max(rate, Math.max(tier.takerFeeBps(), tier.makerFeeBps()));
        }
        return rate;
    }

    private static WideMoney rated(WideMoney notional, long bps) {
        return bps <= 0 ? WideMoney.ZERO : notional.bpsUp(bps);
    }
}
