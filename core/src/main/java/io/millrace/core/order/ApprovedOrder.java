package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;

/**
 * An order, or the cancel of one, that risk let through; it follows one {@link OrderIntent}.
 *
 * @param orderId the id of the order: of a cancel, the order to be canceled
 * @param decidedAtNanos event time of the decision
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
        long decidedAtNanos) {}
