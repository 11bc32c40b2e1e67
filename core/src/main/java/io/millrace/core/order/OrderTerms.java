package io.millrace.core.order;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * What is to be bought or sold, and how.
 *
 * @param quantity above zero
 * @param limitPrice the worst price, null for a type without one
 * @param reduceOnly may only bring the position nearer to zero
 * @param triggerPrice the price that lets the order act, null for a type without one; of a trailing stop the market price
 *     from which on it trails, null to trail at once
 * @param trailing how a trailing stop follows the market, null for the other types
 * @param expireAtNanos event time at which a {@link TimeInForce#GTD} order expires, 0 for the others
 * @param postOnly rejected if it would take liquidity as it arrives
 * @param displayQuantity how much of it is shown at a time (iceberg), null for all
 * @param algorithm splits it into child orders over time, null for an order that goes to its venue whole
 */
public record OrderTerms(
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        Quantity quantity,
        Price limitPrice,
        boolean reduceOnly,
        Price triggerPrice,
        Trailing trailing,
        long expireAtNanos,
        boolean postOnly,
        Quantity displayQuantity,
        Algorithm algorithm) {

    /** An order without a trigger that is shown whole. */
    public OrderTerms(
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            Quantity quantity,
            Price limitPrice,
            boolean reduceOnly) {
        this(side, type, timeInForce, quantity, limitPrice, reduceOnly, null, null, 0, false, null, null);
    }

    public static OrderTerms market(Side side, Quantity quantity) {
        return new OrderTerms(side, OrderType.MARKET, TimeInForce.GTC, quantity, null, false);
    }

    public static OrderTerms limit(Side side, Quantity quantity, Price limitPrice) {
        return new OrderTerms(side, OrderType.LIMIT, TimeInForce.GTC, quantity, limitPrice, false);
    }

    public static OrderTerms stopMarket(Side side, Quantity quantity, Price triggerPrice) {
        return market(side, quantity).triggered(OrderType.STOP_MARKET, triggerPrice, null);
    }

    public static OrderTerms stopLimit(Side side, Quantity quantity, Price triggerPrice, Price limitPrice) {
        return limit(side, quantity, limitPrice).triggered(OrderType.STOP_LIMIT, triggerPrice, null);
    }

    public static OrderTerms marketIfTouched(Side side, Quantity quantity, Price triggerPrice) {
        return market(side, quantity).triggered(OrderType.MARKET_IF_TOUCHED, triggerPrice, null);
    }

    public static OrderTerms limitIfTouched(Side side, Quantity quantity, Price triggerPrice, Price limitPrice) {
        return limit(side, quantity, limitPrice).triggered(OrderType.LIMIT_IF_TOUCHED, triggerPrice, null);
    }

    /** A trailing stop; with a limit if {@code trailing} has one. */
    public static OrderTerms trailingStop(Side side, Quantity quantity, Trailing trailing) {
        var type = trailing.limitOffset() == null ? OrderType.TRAILING_STOP_MARKET : OrderType.TRAILING_STOP_LIMIT;
        return market(side, quantity).triggered(type, null, trailing);
    }

    public static OrderTerms marketToLimit(Side side, Quantity quantity) {
        return market(side, quantity).triggered(OrderType.MARKET_TO_LIMIT, null, null);
    }

    /** The same terms, allowed only to reduce a position. */
    public OrderTerms reducing() {
        return new OrderTerms(
                side,
                type,
                timeInForce,
                quantity,
                limitPrice,
                true,
                triggerPrice,
                trailing,
                expireAtNanos,
                postOnly,
                displayQuantity,
                algorithm);
    }

    /** The same terms for another quantity. */
    public OrderTerms withQuantity(Quantity other) {
        return new OrderTerms(
                side,
                type,
                timeInForce,
                other,
                limitPrice,
                reduceOnly,
                triggerPrice,
                trailing,
                expireAtNanos,
                postOnly,
                displayQuantity,
                algorithm);
    }

    /** The same terms with other prices. */
    public OrderTerms withPrices(Price otherLimit, Price otherTrigger) {
        return new OrderTerms(
                side,
                type,
                timeInForce,
                quantity,
                otherLimit,
                reduceOnly,
                otherTrigger,
                trailing,
                expireAtNanos,
                postOnly,
                displayQuantity,
                algorithm);
    }

    /** The same terms with another life; {@code untilNanos} is 0 unless it is {@link TimeInForce#GTD}. */
    public OrderTerms lasting(TimeInForce other, long untilNanos) {
        return new OrderTerms(
                side,
                type,
                other,
                quantity,
                limitPrice,
                reduceOnly,
                triggerPrice,
                trailing,
                untilNanos,
                postOnly,
                displayQuantity,
                algorithm);
    }

    /** The same terms, rejected rather than taking liquidity. */
    public OrderTerms postingOnly() {
        return new OrderTerms(
                side,
                type,
                timeInForce,
                quantity,
                limitPrice,
                reduceOnly,
                triggerPrice,
                trailing,
                expireAtNanos,
                true,
                displayQuantity,
                algorithm);
    }

    /** The same terms, shown only in part. */
    public OrderTerms showing(Quantity display) {
        return new OrderTerms(
                side,
                type,
                timeInForce,
                quantity,
                limitPrice,
                reduceOnly,
                triggerPrice,
                trailing,
                expireAtNanos,
                postOnly,
                display,
                algorithm);
    }

    /** The same terms, split by an algorithm; null for the terms of one whole order. */
    public OrderTerms splitBy(Algorithm other) {
        return new OrderTerms(
                side,
                type,
                timeInForce,
                quantity,
                limitPrice,
                reduceOnly,
                triggerPrice,
                trailing,
                expireAtNanos,
                postOnly,
                displayQuantity,
                other);
    }

    private OrderTerms triggered(OrderType other, Price trigger, Trailing follows) {
        return new OrderTerms(
                side,
                other,
                timeInForce,
                quantity,
                limitPrice,
                reduceOnly,
                trigger,
                follows,
                expireAtNanos,
                postOnly,
                displayQuantity,
                algorithm);
    }
}
