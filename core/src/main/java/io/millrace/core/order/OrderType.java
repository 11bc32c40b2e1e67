package io.millrace.core.order;

/** How an order's price is found, and what has to happen first. */
public enum OrderType {
    /** At the market's price, at once. */
    MARKET,
    /** At the limit or better. */
    LIMIT,
    /** A market order once the market reaches the trigger against the order: a buy above, a sell below the market. */
    STOP_MARKET,
    /** A limit order once the market reaches the trigger as a {@link #STOP_MARKET} does. */
    STOP_LIMIT,
    /** A market order once the market reaches the trigger in favour: a buy below, a sell above the market. */
    MARKET_IF_TOUCHED,
    /** A limit order once the market reaches the trigger as a {@link #MARKET_IF_TOUCHED} does. */
    LIMIT_IF_TOUCHED,
    /** A {@link #STOP_MARKET} whose trigger follows the market at a distance while it moves in favour. */
    TRAILING_STOP_MARKET,
    /** A {@link #STOP_LIMIT} whose trigger and limit follow the market at a distance while it moves in favour. */
    TRAILING_STOP_LIMIT,
    /** At the market's price; what is left then rests as a limit order at the price of the first fill. */
    MARKET_TO_LIMIT;

    /** Its terms carry a limit price from the start. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT || this == LIMIT_IF_TOUCHED;
    }

    /** Its terms carry a trigger price from the start. */
    public boolean hasTrigger() {
        return this == STOP_MARKET || this == STOP_LIMIT || this == MARKET_IF_TOUCHED || this == LIMIT_IF_TOUCHED;
    }

    /** Its trigger follows the market. */
    public boolean isTrailing() {
        return this == TRAILING_STOP_MARKET || this == TRAILING_STOP_LIMIT;
    }

    /** It acts only once the market reaches a trigger. */
    public boolean waitsForTrigger() {
        return hasTrigger() || isTrailing();
    }
}
