package io.millrace.core.order;

/** How long an order lives: until canceled, or for the first chance to fill only. */
public enum TimeInForce {
    GTC,
    IOC
}
