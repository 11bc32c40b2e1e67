package io.millrace.core.order;

/** What an intent or a command asks for. */
public enum Action {
    /** Take an order. */
    SUBMIT,
    /** Cancel an open order. */
    CANCEL,
    /** Give an open order other terms. */
    REPLACE,
    /** Cancel all open orders of the account. */
    CANCEL_ALL,
    /** Halt the account: cancel all its open orders and take no more until {@link #RESUME}. */
    HALT,
    /** Let the account only reduce its positions until {@link #RESUME}. */
    REDUCE,
    /** Lift a {@link #HALT} or {@link #REDUCE}. */
    RESUME;

    /** It speaks of one order; the others of a whole account. */
    public boolean concernsOneOrder() {
        return this == SUBMIT || this == CANCEL || this == REPLACE;
    }
}
