package io.millrace.core.order;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * What is to be bought or sold, and how.
 *
 * @param quantity above zero
 * @param limitPrice the worst price for a {@link OrderType#LIMIT} order, null for a market order
 * @param reduceOnly may only bring the position nearer to zero
 */
public record OrderTerms(
        Side side, OrderType type, TimeInForce timeInForce, Quantity quantity, Price limitPrice, boolean reduceOnly) {

    public static OrderTerms market(Side side, Quantity quantity) {
        return new OrderTerms(side, OrderType.MARKET, TimeInForce.GTC, quantity, null, false);
    }

    public static OrderTerms limit(Side side, Quantity quantity, Price limitPrice) {
        return new OrderTerms(side, OrderType.LIMIT, TimeInForce.GTC, quantity, limitPrice, false);
    }

    /** The same terms, allowed only to reduce a position. */
    public OrderTerms reducing() {
        return new OrderTerms(side, type, timeInForce, quantity, limitPrice, true);
    }
}
