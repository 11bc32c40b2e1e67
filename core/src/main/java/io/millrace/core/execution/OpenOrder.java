package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.Side;

/**
 * An order as its account sees it.
 *
 * @param limitPrice null for a market order
 * @param filled so far, at most {@code quantity}
 * @param reports number of its latest report, 0 before the first
 * @param decidedAtNanos event time of risk's decision
 */
public record OpenOrder(
        String orderId,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        Price limitPrice,
        Quantity filled,
        OrderState state,
        int reports,
        long decidedAtNanos) {

    /** What a report did to the order. */
    public sealed interface Step permits Taken, Refused {}

    /** The order after the report. */
    public record Taken(OpenOrder order) implements Step {}

    /** The report cannot be the order's next, and why. */
    public record Refused(String reason) implements Step {}

    /** An order that risk has just approved; the approval is a submission. */
    public static OpenOrder of(ApprovedOrder approved) {
        var terms = approved.terms();
        return new OpenOrder(
                approved.orderId(),
                approved.instrument(),
                terms.side(),
                terms.quantity(),
                terms.limitPrice(),
                Quantity.ZERO,
                OrderState.SUBMITTED,
                0,
                approved.decidedAtNanos());
    }

    public Quantity remaining() {
        return quantity.minus(filled);
    }

    /** What a report makes of the order. One that came before, or fills more than was ordered, is refused. */
    public Step on(ExecutionReport report) {
        if (report.reportNumber() <= reports) {
            return new Refused("report " + report.reportNumber() + " came before");
        }
        if (state.on(report.type()) instanceof OrderState.Moved moved) {
            return fill(report, moved.to());
        }
        return new Refused(state.on(report.type()).toString());
    }

    private Step fill(ExecutionReport report, OrderState to) {
        var fill = report.type().isFill() ? report.lastQuantity() : Quantity.ZERO;
        if (report.type().isFill() && !fill.isPositive()) {
            return new Refused("a fill of " + fill);
        }
        if (fill.compareTo(remaining()) > 0) {
            return new Refused("a fill of " + fill + " exceeds the remaining " + remaining());
        }
        return new Taken(new OpenOrder(
                orderId,
                instrument,
                side,
                quantity,
                limitPrice,
                filled.plus(fill),
                to,
                report.reportNumber(),
                decidedAtNanos));
    }
}
