package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * A venue's word on an order.
 *
 * @param reportNumber 1, 2, 3 … per order: with the order's id, the report's identity
 * @param orderQuantity the quantity ordered, of a {@link ExecutionType#REPLACED} order its new one
 * @param lastQuantity quantity of this fill, zero if it is none
 * @param lastPrice price of this fill, null if it is none
 * @param cumulativeQuantity filled so far, this fill included
 * @param fee fee of this fill, zero or above
 * @param marketSequence sequence of the market event that caused the fill, 0 if none did
 * @param eventTimeNanos when it happened, in event time
 * @param reason code and words for a rejection, empty otherwise
 * @param liquidity what the fill did to the order book, null if it is none or unknown
 * @param limitPrice the limit in force after this report, null if there is none
 * @param triggerPrice the trigger in force after this report, null if there is none
 * @param currency of price and fee, empty if the venue did not say
 */
public record ExecutionReport(
        String orderId,
        String intentId,
        int reportNumber,
        ExecutionType type,
        String accountId,
        String strategyId,
        InstrumentId instrument,
        Side side,
        Quantity orderQuantity,
        Quantity lastQuantity,
        Price lastPrice,
        Quantity cumulativeQuantity,
        Money fee,
        long marketSequence,
        long eventTimeNanos,
        String reason,
        Liquidity liquidity,
        Price limitPrice,
        Price triggerPrice,
        String currency) {

    /** A report that says nothing of working prices, liquidity and currency. */
    public ExecutionReport(
            String orderId,
            String intentId,
            int reportNumber,
            ExecutionType type,
            String accountId,
            String strategyId,
            InstrumentId instrument,
            Side side,
            Quantity orderQuantity,
            Quantity lastQuantity,
            Price lastPrice,
            Quantity cumulativeQuantity,
            Money fee,
            long marketSequence,
            long eventTimeNanos,
            String reason) {
        this(
                orderId,
                intentId,
                reportNumber,
                type,
                accountId,
                strategyId,
                instrument,
                side,
                orderQuantity,
                lastQuantity,
                lastPrice,
                cumulativeQuantity,
                fee,
                marketSequence,
                eventTimeNanos,
                reason,
                null,
                null,
                null,
                "");
    }
}
