package io.millrace.core.order;

/** How an order's price is found. */
public enum OrderType {
    MARKET,
    LIMIT
}
