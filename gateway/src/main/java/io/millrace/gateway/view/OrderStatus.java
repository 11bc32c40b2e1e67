package io.millrace.gateway.view;

import io.millrace.core.order.ExecutionType;

/** How far an order is. */
public enum OrderStatus {
    /** Asked for; risk has not decided yet. */
    SUBMITTED,
    REJECTED_BY_RISK,
    /** Risk let it through; the venue has not answered yet. */
    APPROVED,
    ACCEPTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED_BY_VENUE,
    EXPIRED;

    /** After a report, where the order stood so before it. */
    OrderStatus after(ExecutionType type) {
        return switch (type) {
            case ACCEPTED -> ACCEPTED;
            case PARTIALLY_FILLED -> PARTIALLY_FILLED;
            case FILLED -> FILLED;
            case CANCELED -> CANCELED;
            case REJECTED -> REJECTED_BY_VENUE;
            case EXPIRED -> EXPIRED;
            case TRIGGERED, REPLACED, CANCEL_REJECTED, REPLACE_REJECTED -> this;
        };
    }

    /** Nothing more will happen to the order. */
    public boolean isFinal() {
        return switch (this) {
            case SUBMITTED, APPROVED, ACCEPTED, PARTIALLY_FILLED -> false;
            case REJECTED_BY_RISK, FILLED, CANCELED, REJECTED_BY_VENUE, EXPIRED -> true;
        };
    }
}
