package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;

/**
 * What a venue is told. Its id is the order's id, so that a venue drops what it was told before.
 *
 * @param venue the venue it is routed to
 * @param decidedAtNanos event time of the decision; the order acts once the venue's latency has passed since
 * @param link its place in its group, null for a single order
 */
public record VenueCommand(
        String orderId,
        String intentId,
        Action action,
        String venue,
        String accountId,
        String strategyId,
        InstrumentId instrument,
        OrderTerms terms,
        Ordering ordering,
        long decidedAtNanos,
        OrderLink link) {

    /** An order of no group. */
    public VenueCommand(
            String orderId,
            String intentId,
            Action action,
            String venue,
            String accountId,
            String strategyId,
            InstrumentId instrument,
            OrderTerms terms,
            Ordering ordering,
            long decidedAtNanos) {
        this(
                orderId,
                intentId,
                action,
                venue,
                accountId,
                strategyId,
                instrument,
                terms,
                ordering,
                decidedAtNanos,
                null);
    }
}
