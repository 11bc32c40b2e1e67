package io.millrace.core.execution;

import io.millrace.core.execution.OrderEvent.Decided;
import io.millrace.core.execution.OrderEvent.Reported;
import io.millrace.core.execution.OrderEvent.Requested;
import io.millrace.core.order.ExecutionType;
import java.util.Set;

/**
 * The life of an order: what was decided and reported of it, and what was asked of its venue since.
 *
 * <pre>
 * INITIALISED ─► DENIED
 *      └───────► SUBMITTED ─► ACCEPTED ─► TRIGGERED ─► PARTIALLY_FILLED ─► FILLED
 *                    │            │           │               │
 *                    │            └───────────┴───────────────┴──────────► FILLED, CANCELED, EXPIRED
 *                    └───────────────────────────────────────────────────► any of them, or REJECTED
 *
 * an open order, asked to be canceled  ─► PENDING_CANCEL  ─► CANCELED, or back where it was (CANCEL_REJECTED)
 * an open order, asked to be replaced  ─► PENDING_REPLACE ─► back where it was (REPLACED, REPLACE_REJECTED)
 * PENDING_REPLACE, asked to be canceled ─► PENDING_CANCEL  ─► CANCELED, or PENDING_REPLACE again (CANCEL_REJECTED)
 * </pre>
 *
 * Fills count while an answer is awaited; they do not answer. A venue may replace an order by itself (the quantity of an
 * exit follows its entry), and may refuse what was asked long ago: both leave the order where it is.
 *
 * <p>What cannot happen is {@link Illegal}, a value like any other; there is no other way to change a status.
 *
 * @param confirmed where risk and the venue have brought it; never a pending state
 * @param asked what its venue has not answered yet; a cancel does not take back the replace before it
 */
public record OrderStatus(OrderState confirmed, Set<Requested> asked) {
    /** An order that somebody wants. */
    public static final OrderStatus INITIALISED = of(OrderState.INITIALISED);
    /** An order that went out. */
    public static final OrderStatus SUBMITTED = of(OrderState.SUBMITTED);

    /** What an event does to an order. */
    public sealed interface Transition permits Moved, Illegal {}

    /** The event is the order's next step. */
    public record Moved(OrderStatus to) implements Transition {}

    /** The event cannot follow on the status. */
    public record Illegal(OrderStatus from, OrderEvent event) implements Transition {
        @Override
        public String toString() {
            return event + " cannot follow " + from.state();
        }
    }

    public OrderStatus {
        if (confirmed.isPending()) {
            throw new IllegalArgumentException(confirmed + " is asked, not confirmed");
        }
        asked = Set.copyOf(asked);
        if (!asked.isEmpty() && !confirmed.isOpen()) {
            throw new IllegalArgumentException("nothing can be asked of an order that is " + confirmed);
        }
    }

    /** An order of which nothing is asked. */
    public static OrderStatus of(OrderState confirmed) {
        return new OrderStatus(confirmed, Set.of());
    }

    /** The status in one word. */
    public OrderState state() {
        if (asked.contains(Requested.CANCEL)) {
            return OrderState.PENDING_CANCEL;
        }
        return asked.contains(Requested.REPLACE) ? OrderState.PENDING_REPLACE : confirmed;
    }

    public boolean isFinal() {
        return confirmed.isFinal();
    }

    /** What an event makes of the order. */
    public Transition on(OrderEvent event) {
        OrderStatus next = null;
        if (event instanceof Decided decided) {
            next = decided(decided);
        } else if (event instanceof Requested requested) {
            next = requested(requested);
        } else if (event instanceof Reported reported) {
            next = reported(reported.type());
        }
        return next == null ? new Illegal(this, event) : new Moved(next);
    }

    /** What a venue's report makes of the order. */
    public Transition on(ExecutionType report) {
        return on(new Reported(report));
    }

    private OrderStatus decided(Decided decided) {
        if (confirmed != OrderState.INITIALISED) {
            return null;
        }
        return decided == Decided.DENIED ? of(OrderState.DENIED) : SUBMITTED;
    }

    /** A cancel may be asked for at any time, again too; other terms only while nothing else is asked. */
    private OrderStatus requested(Requested requested) {
        boolean may = requested == Requested.CANCEL || asked.isEmpty();
        if (!confirmed.isOpen() || !may) {
            return null;
        }
        boolean both = asked.contains(Requested.REPLACE);
        return new OrderStatus(confirmed, both ? Set.of(Requested.REPLACE, requested) : Set.of(requested));
    }

    private OrderStatus reported(ExecutionType report) {
        if (!confirmed.isOpen()) {
            return null;
        }
        boolean unanswered = confirmed == OrderState.SUBMITTED;
        return switch (report) {
            case ACCEPTED -> unanswered ? at(OrderState.ACCEPTED) : null;
            case REJECTED -> unanswered ? of(OrderState.REJECTED) : null;
            case TRIGGERED -> unanswered || confirmed == OrderState.ACCEPTED ? at(OrderState.TRIGGERED) : null;
            case PARTIALLY_FILLED -> at(OrderState.PARTIALLY_FILLED);
            case FILLED -> of(OrderState.FILLED);
            case CANCELED -> of(OrderState.CANCELED);
            case EXPIRED -> of(OrderState.EXPIRED);
            case REPLACED, REPLACE_REJECTED -> answered(Requested.REPLACE);
            case CANCEL_REJECTED -> answered(Requested.CANCEL);
        };
    }

    private OrderStatus at(OrderState next) {
        return new OrderStatus(next, asked);
    }

    private OrderStatus answered(Requested request) {
        if (!asked.contains(request)) {
            return this;
        }
        var other = request == Requested.CANCEL ? Requested.REPLACE : Requested.CANCEL;
        return asked.contains(other) ? new OrderStatus(confirmed, Set.of(other)) : of(confirmed);
    }
}
