package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.sizing.Sizing;
import java.util.List;

/**
 * Somebody wants an order or a group of orders, wants an order changed or canceled, or commands a whole account.
 *
 * @param intentId follows from strategy, version, instrument, event time and ordinal ({@link IntentId}); for people from
 *     the request
 * @param action {@link Action#SUBMIT} carries {@code terms}, {@link Action#CANCEL} carries {@code cancelOrderId}, {@link
 *     Action#REPLACE} carries both; the others carry neither
 * @param strategyId the strategy, {@link #MANUAL} or {@link #RISK}
 * @param ordinal strictly increasing per (strategy, instrument): a receiver drops what it has seen
 * @param eventTimeNanos when the cause was known, in event time
 * @param instrument null for a command to a whole account
 * @param cancelOrderId the order to be canceled or replaced
 * @param attached further orders of the group, empty for a single order
 * @param contingency how the orders of the group depend on each other, null for a single order
 * @param sizing how risk makes the quantity, the one of {@code terms} being the most; null where that one stands
 * @param reason what the strategy saw, in words ({@code RSI 71.2 crossed below 70})
 * @param parentOrderId the order that an algorithm splits and whose slice number {@code ordinal} this is: risk's own
 *     intent; null for everybody else's
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
        String reason,
        List<OrderTerms> attached,
        Contingency contingency,
        Sizing sizing,
        String parentOrderId) {
    /** The strategy id of orders that people submit. */
    public static final String MANUAL = "manual";
    /** The strategy id of cancels that risk itself wants. */
    public static final String RISK = "risk";

    public OrderIntent {
        attached = List.copyOf(attached);
    }

    /** A single order, a cancel or a command. */
    public OrderIntent(
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
        this(
                intentId,
                action,
                strategyId,
                strategyVersion,
                accountId,
                instrument,
                ordinal,
                eventTimeNanos,
                ordering,
                terms,
                cancelOrderId,
                reason,
                List.of(),
                null);
    }

    /** One whose quantity stands. */
    public OrderIntent(
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
            String reason,
            List<OrderTerms> attached,
            Contingency contingency) {
        this(
                intentId,
                action,
                strategyId,
                strategyVersion,
                accountId,
                instrument,
                ordinal,
                eventTimeNanos,
                ordering,
                terms,
                cancelOrderId,
                reason,
                attached,
                contingency,
                null,
                null);
    }

    /** Risk itself wants an order canceled, at a time and for a reason. */
    public static OrderIntent canceledByRisk(
            String orderId, String accountId, InstrumentId instrument, long nanos, String reason) {
        return new OrderIntent(
                OrderIds.canceledByRisk(orderId, nanos),
                Action.CANCEL,
                RISK,
                0,
                accountId,
                instrument,
                0,
                nanos,
                Ordering.EVENT_TIME,
                null,
                orderId,
                reason);
    }

    /** The same intent with other terms. */
    public OrderIntent withTerms(OrderTerms other) {
        return new OrderIntent(
                intentId,
                action,
                strategyId,
                strategyVersion,
                accountId,
                instrument,
                ordinal,
                eventTimeNanos,
                ordering,
                other,
                cancelOrderId,
                reason,
                attached,
                contingency,
                sizing,
                parentOrderId);
    }

    /** The same intent for a quantity that risk makes, the one of its terms being the most. */
    public OrderIntent sizedBy(Sizing other) {
        return new OrderIntent(
                intentId,
                action,
                strategyId,
                strategyVersion,
                accountId,
                instrument,
                ordinal,
                eventTimeNanos,
                ordering,
                terms,
                cancelOrderId,
                reason,
                attached,
                contingency,
                other,
                parentOrderId);
    }

    /** The same intent with other attached orders. */
    public OrderIntent withAttached(List<OrderTerms> others) {
        return new OrderIntent(
                intentId,
                action,
                strategyId,
                strategyVersion,
                accountId,
                instrument,
                ordinal,
                eventTimeNanos,
                ordering,
                terms,
                cancelOrderId,
                reason,
                others,
                contingency,
                sizing,
                parentOrderId);
    }

    /** The same intent for one order of its group. */
    public OrderIntent alone(OrderTerms order) {
        return new OrderIntent(
                intentId,
                action,
                strategyId,
                strategyVersion,
                accountId,
                instrument,
                ordinal,
                eventTimeNanos,
                ordering,
                order,
                cancelOrderId,
                reason,
                List.of(),
                null,
                null,
                parentOrderId);
    }

    /** It is a slice of an order that an algorithm splits. */
    public boolean isSlice() {
        return parentOrderId != null;
    }

    /** It is a cancel that risk itself wants. */
    public boolean isOfRisk() {
        return strategyId.equals(RISK);
    }
}
