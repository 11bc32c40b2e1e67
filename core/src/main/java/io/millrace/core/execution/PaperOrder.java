package io.millrace.core.execution;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.VenueCommand;

/**
 * An order at the paper venue. Immutable.
 *
 * @param command that submitted it
 * @param filled so far
 * @param reports number of its latest report, 0 before the first
 * @param rested a market event has passed since it was accepted: it makes liquidity from now on
 */
public record PaperOrder(VenueCommand command, OrderState state, Quantity filled, int reports, boolean rested) {
    static PaperOrder of(VenueCommand command) {
        return new PaperOrder(command, OrderState.SUBMITTED, Quantity.ZERO, 0, false);
    }

    PaperOrder resting() {
        return new PaperOrder(command, state, filled, reports, true);
    }

    /** The order after a report on it. */
    PaperOrder after(ExecutionReport report) {
        return new PaperOrder(
                command,
                OrderStatus.of(state).on(report.type()) instanceof OrderStatus.Moved moved
                        ? moved.to().state()
                        : state,
                report.cumulativeQuantity(),
                report.reportNumber(),
                rested);
    }

    /** The order's next report, without a fill. */
    ExecutionReport report(ExecutionType type, long nanos, String reason) {
        return report(type, Quantity.ZERO, null, Money.ZERO, 0, nanos, reason);
    }

    /** The report that fills all that remains. */
    ExecutionReport fill(Price price, Money fee, long marketSequence, long nanos) {
        var quantity = command.terms().quantity().minus(filled);
        return report(ExecutionType.FILLED, quantity, price, fee, marketSequence, nanos, "");
    }

    private ExecutionReport report(
            ExecutionType type,
            Quantity quantity,
            Price price,
            Money fee,
            long marketSequence,
            long nanos,
            String reason) {
        return new ExecutionReport(
                command.orderId(),
                command.intentId(),
                reports + 1,
                type,
                command.accountId(),
                command.strategyId(),
                command.instrument(),
                command.terms().side(),
                command.terms().quantity(),
                quantity,
                price,
                filled.plus(quantity),
                fee,
                marketSequence,
                nanos,
                reason);
    }
}
