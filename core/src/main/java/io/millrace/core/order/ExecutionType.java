package io.millrace.core.order;

/** What happened to an order at its venue. */
public enum ExecutionType {
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED;

    /** No report of the order follows after this one. */
    public boolean isFinal() {
        return this != ACCEPTED && this != PARTIALLY_FILLED;
    }

    public boolean isFill() {
        return this == PARTIALLY_FILLED || this == FILLED;
    }
}
