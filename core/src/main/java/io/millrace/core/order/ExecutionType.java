package io.millrace.core.order;

/** What happened to an order at its venue. */
public enum ExecutionType {
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED,
    /** The market reached its trigger: it acts now. */
    TRIGGERED,
    /** It has other terms from now on: those of the report. */
    REPLACED,
    /** A cancel was refused; the order stays as it is. */
    CANCEL_REJECTED,
    /** A replace was refused; the order stays as it is. */
    REPLACE_REJECTED;

    /** No report of the order follows after this one. */
    public boolean isFinal() {
        return this == FILLED || this == CANCELED || this == REJECTED || this == EXPIRED;
    }

    public boolean isFill() {
        return this == PARTIALLY_FILLED || this == FILLED;
    }

    /** It answers a cancel or replace and says nothing about the order itself. */
    public boolean refusesChange() {
        return this == CANCEL_REJECTED || this == REPLACE_REJECTED;
    }
}
