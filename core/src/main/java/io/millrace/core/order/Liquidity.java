package io.millrace.core.order;

/** What a fill did to the order book. */
public enum Liquidity {
    /** The order could trade as it arrived. */
    TAKER,
    /** The order rested until somebody traded with it. */
    MAKER
}
