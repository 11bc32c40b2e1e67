package io.millrace.core.execution;

/**
 * Where an order stands, in one word. How it gets from one to the other is said by {@link OrderStatus}.
 *
 * <p>Names are stored in the state of running apps: they may be added, never changed.
 */
public enum OrderState {
    /** Wanted, and nothing more. */
    INITIALISED,
    /** Risk refused it. */
    DENIED,
    /** On its way to its venue. */
    SUBMITTED,
    /** Its venue has it. */
    ACCEPTED,
    /** The market reached its trigger. */
    TRIGGERED,
    /** Filled in part. */
    PARTIALLY_FILLED,
    /** Its venue was asked to cancel it and has not answered. */
    PENDING_CANCEL,
    /** Its venue was asked for other terms and has not answered. */
    PENDING_REPLACE,
    /** Filled whole. */
    FILLED,
    CANCELED,
    /** Its venue refused it. */
    REJECTED,
    EXPIRED;

    /** Nothing happens to the order any more. */
    public boolean isFinal() {
        return switch (this) {
            case DENIED, FILLED, CANCELED, REJECTED, EXPIRED -> true;
            case INITIALISED, SUBMITTED, ACCEPTED, TRIGGERED, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE ->
                false;
        };
    }

    /** Its venue has it, or is about to: it may be filled. */
    public boolean isOpen() {
        return this != INITIALISED && !isFinal();
    }

    /** It says what was asked of the venue rather than what the venue said. */
    boolean isPending() {
        return this == PENDING_CANCEL || this == PENDING_REPLACE;
    }
}
