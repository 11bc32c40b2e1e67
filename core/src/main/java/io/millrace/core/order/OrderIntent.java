package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;

/**
 * Somebody wants an order, or wants one canceled.
 *
 * @param intentId follows from strategy, version, instrument, event time and ordinal ({@link IntentId}); for people from
 *     the request
 * @param action {@link Action#SUBMIT} carries {@code terms}, {@link Action#CANCEL} carries {@code cancelOrderId}; the
 *     other is null
 * @param strategyId the strategy, or {@link #MANUAL}
 * @param ordinal strictly increasing per (strategy, instrument): a receiver drops what it has seen
 * @param eventTimeNanos when the cause was known, in event time
 * @param reason what the strategy saw, in words ({@code RSI 71.2 crossed below 70})
 */
public record OrderIntent(
        String intentId,
        Action action,
        String strategyId,
        long strategyVersion,
        String accountId,
        InstrumentId instrument,
        long ordinal,
        long eventTimeNanos,
        Ordering ordering,
        OrderTerms terms,
        String cancelOrderId,
        String reason) {
    /** The strategy id of orders that people submit. */
    public static final String MANUAL = "manual";
}
