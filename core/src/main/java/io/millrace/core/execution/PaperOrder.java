package io.millrace.core.execution;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.VenueCommand;

/**
 * An order at the paper venue. Immutable.
 *
 * @param command that submitted it, with the terms in force
 * @param filled so far
 * @param reports number of its latest report, 0 before the first
 * @param fees due so far by the rates, a minimum aside
 * @param rank earlier orders have lower ones; of a final order, its place among those that are final
 * @param expireAtNanos when it ends unfilled, {@link #NEVER} if never
 */
public record PaperOrder(
        VenueCommand command,
        OrderState state,
        Quantity filled,
        int reports,
        Money fees,
        long rank,
        long expireAtNanos,
        PaperPlace place) {
    public static final long NEVER = Long.MAX_VALUE;

    static PaperOrder of(VenueCommand command, long rank, long expireAtNanos) {
        return new PaperOrder(
                command,
                OrderState.SUBMITTED,
                Quantity.ZERO,
                0,
                Money.ZERO,
                rank,
                expireAtNanos,
                PaperPlace.of(
                        command.terms(),
                        command.link() != null && command.link().parentOrderId() != null));
    }

    String id() {
        return command.orderId();
    }

    OrderTerms terms() {
        return command.terms();
    }

    Side side() {
        return command.terms().side();
    }

    boolean isBuy() {
        return command.terms().side() == Side.BUY;
    }

    Price limit() {
        return place.limit();
    }

    /** What it may fill now: of a child not more than its parent has filled. */
    Quantity workable() {
        return quantity().min(place.released()).minus(filled);
    }

    Quantity quantity() {
        return command.terms().quantity();
    }

    /** Waits for its trigger. */
    boolean isDormant() {
        return command.terms().type().waitsForTrigger() && !place.triggered();
    }

    /** For the first chance only. */
    boolean isImmediate() {
        return switch (terms().timeInForce()) {
            case IOC, FOK -> true;
            case GTC, GTD, DAY -> false;
        };
    }

    PaperOrder with(PaperPlace next) {
        return new PaperOrder(command, state, filled, reports, fees, rank, expireAtNanos, next);
    }

    PaperOrder ranked(long next) {
        return new PaperOrder(command, state, filled, reports, fees, next, expireAtNanos, place);
    }

    PaperOrder owing(Money fee) {
        return new PaperOrder(command, state, filled, reports, fees.plus(fee), rank, expireAtNanos, place);
    }

    /** With other terms in force from now on. */
    PaperOrder with(OrderTerms terms, long expireAt) {
        var changed = new VenueCommand(
                command.orderId(),
                command.intentId(),
                command.action(),
                command.venue(),
                command.accountId(),
                command.strategyId(),
                command.instrument(),
                terms,
                command.ordering(),
                command.decidedAtNanos(),
                command.link());
        return new PaperOrder(changed, state, filled, reports, fees, rank, expireAt, place);
    }

    /** The order after a report on it. */
    PaperOrder after(ExecutionReport report) {
        return new PaperOrder(
                command,
                stateAfter(report.type()),
                report.cumulativeQuantity(),
                report.reportNumber(),
                fees,
                rank,
                expireAtNanos,
                place);
    }

    /** The order's next report, without a fill. */
    ExecutionReport report(ExecutionType type, long nanos, String currency, String reason) {
        return report(type, Quantity.ZERO, null, Money.ZERO, null, 0, nanos, currency, reason);
    }

    /** The report of a fill. */
    ExecutionReport fill(
            Quantity quantity,
            Price price,
            Money fee,
            Liquidity liquidity,
            long marketSequence,
            long nanos,
            String currency) {
        var type = filled.plus(quantity).equals(quantity()) ? ExecutionType.FILLED : ExecutionType.PARTIALLY_FILLED;
        return report(type, quantity, price, fee, liquidity, marketSequence, nanos, currency, "");
    }

    private ExecutionReport report(
            ExecutionType type,
            Quantity quantity,
            Price price,
            Money fee,
            Liquidity liquidity,
            long marketSequence,
            long nanos,
            String currency,
            String reason) {
        return new ExecutionReport(
                command.orderId(),
                command.intentId(),
                reports + 1,
                type,
                command.accountId(),
                command.strategyId(),
                command.instrument(),
                side(),
                quantity(),
                quantity,
                price,
                filled.plus(quantity),
                fee,
                marketSequence,
                nanos,
                reason,
                liquidity,
                place.limit(),
                place.trigger(),
                currency);
    }

    /** What cannot follow, an answer to a command that came after the order's end, leaves it as it is. */
    private OrderState stateAfter(ExecutionType type) {
        return OrderStatus.of(state).on(type) instanceof OrderStatus.Moved moved
                ? moved.to().confirmed()
                : state;
    }

    /** Its type still lets it become a limit order at the price of its fill. */
    boolean becomesLimit() {
        return terms().type() == OrderType.MARKET_TO_LIMIT && place.limit() == null;
    }
}
