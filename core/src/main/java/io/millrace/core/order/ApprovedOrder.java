package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;

/**
 * An order, or the cancel or replace of one, that risk let through; it follows one {@link OrderIntent}.
 *
 * @param orderId the id of the order: of a cancel or replace, the order concerned
 * @param decidedAtNanos event time of the decision
 * @param link its place in its group, null for a single order
 */
public record ApprovedOrder(
        String orderId,
        String intentId,
        Action action,
        String accountId,
        String strategyId,
        InstrumentId instrument,
        OrderTerms terms,
        Ordering ordering,
        long decidedAtNanos,
        OrderLink link) {

    /** An order of no group. */
    public ApprovedOrder(
            String orderId,
            String intentId,
            Action action,
            String accountId,
            String strategyId,
            InstrumentId instrument,
            OrderTerms terms,
            Ordering ordering,
            long decidedAtNanos) {
        this(orderId, intentId, action, accountId, strategyId, instrument, terms, ordering, decidedAtNanos, null);
    }
}
