package io.millrace.core.execution;

import io.millrace.core.order.ExecutionType;

/**
 * Where an order stands at its venue.
 *
 * <pre>
 * SUBMITTED ─► ACCEPTED ─► PARTIALLY_FILLED ─► FILLED
 *     │            │            └──────────────► CANCELED, EXPIRED
 *     │            ├───────────────────────────► TRIGGERED, from where it goes on as from ACCEPTED
 *     │            └───────────────────────────► FILLED, CANCELED, EXPIRED
 *     └────────────────────────────────────────► anything: a venue may answer with a fill at once, or refuse
 * </pre>
 */
public enum OrderState {
    SUBMITTED,
    ACCEPTED,
    TRIGGERED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED;

    /** What a report does to an order's state. */
    public sealed interface Transition permits Moved, Illegal {}

    /** The report is the order's next step. */
    public record Moved(OrderState to) implements Transition {}

    /** The report cannot follow on the state. */
    public record Illegal(OrderState from, ExecutionType report) implements Transition {
        @Override
        public String toString() {
            return report + " cannot follow " + from;
        }
    }

    public Transition on(ExecutionType report) {
        boolean legal =
                switch (this) {
                    case SUBMITTED -> true;
                    case ACCEPTED, TRIGGERED, PARTIALLY_FILLED ->
                        report != ExecutionType.ACCEPTED && report != ExecutionType.REJECTED;
                    case FILLED, CANCELED, REJECTED, EXPIRED -> false;
                };
        return legal ? new Moved(after(report)) : new Illegal(this, report);
    }

    public boolean isFinal() {
        return switch (this) {
            case SUBMITTED, ACCEPTED, TRIGGERED, PARTIALLY_FILLED -> false;
            case FILLED, CANCELED, REJECTED, EXPIRED -> true;
        };
    }

    private OrderState after(ExecutionType report) {
        return switch (report) {
            case ACCEPTED -> ACCEPTED;
            case PARTIALLY_FILLED -> PARTIALLY_FILLED;
            case FILLED -> FILLED;
            case CANCELED -> CANCELED;
            case REJECTED -> REJECTED;
            case EXPIRED -> EXPIRED;
            case TRIGGERED -> TRIGGERED;
            case REPLACED, CANCEL_REJECTED, REPLACE_REJECTED -> this;
        };
    }
}
