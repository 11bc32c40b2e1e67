package io.millrace.gateway.control;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import java.util.List;

/**
 * What somebody asks for, before it has a number and an id.
 *
 * @param instrument null for a command to a whole account
 * @param terms of a new or replaced order, else null
 * @param orderId the order to be canceled or replaced, else null
 * @param attached further orders of the group
 * @param contingency how they depend on each other, null for a single order
 */
public record Wish(
        Action action,
        String accountId,
        InstrumentId instrument,
        OrderTerms terms,
        String orderId,
        String reason,
        List<OrderTerms> attached,
        Contingency contingency) {

    public static Wish replace(String accountId, InstrumentId instrument, String orderId, OrderTerms terms) {
        return new Wish(Action.REPLACE, accountId, instrument, terms, orderId, "", List.of(), null);
    }

    public static Wish cancel(String accountId, InstrumentId instrument, String orderId, String reason) {
        return new Wish(Action.CANCEL, accountId, instrument, null, orderId, reason, List.of(), null);
    }

    /** A command to a whole account. */
    public static Wish command(Action action, String accountId, String reason) {
        return new Wish(action, accountId, null, null, null, reason, List.of(), null);
    }

    /** The intent of a person, taken up on arrival. */
    public OrderIntent intent(String id, long ordinal, long nanos) {
        return new OrderIntent(
                id,
                action,
                OrderIntent.MANUAL,
                0,
                accountId,
                instrument,
                ordinal,
                nanos,
                Ordering.ARRIVAL,
                terms,
                orderId,
                reason,
                attached,
                contingency);
    }
}
