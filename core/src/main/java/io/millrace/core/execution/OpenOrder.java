package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;

/**
 * An order as its account sees it.
 *
 * @param strategyId who wanted it
 * @param terms in force: a replace changes them
 * @param link its place in its group, null for a single order
 * @param reservePrice what risk valued a unit of it at when it was approved, null if unknown
 * @param filled so far, at most the terms' quantity
 * @param reports number of its latest report, 0 before the first
 * @param decidedAtNanos event time of risk's decision
 */
public record OpenOrder(
        String orderId,
        InstrumentId instrument,
        String strategyId,
        OrderTerms terms,
        OrderLink link,
        Price reservePrice,
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

    /**
     * An order that risk has just approved; the approval is a submission.
     *
     * @param reservePrice what risk valued a unit of it at, null if unknown
     */
    public static OpenOrder of(ApprovedOrder approved, Price reservePrice) {
        return new OpenOrder(
                approved.orderId(),
                approved.instrument(),
                approved.strategyId(),
                approved.terms(),
                approved.link(),
                reservePrice,
                Quantity.ZERO,
                OrderState.SUBMITTED,
                0,
                approved.decidedAtNanos());
    }

    public Side side() {
        return terms.side();
    }

    /** The quantity ordered. */
    public Quantity quantity() {
        return terms.quantity();
    }

    public Quantity remaining() {
        return quantity().minus(filled);
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
                strategyId,
                after(report),
                link,
                reservePrice,
                filled.plus(fill),
                to,
                report.reportNumber(),
                decidedAtNanos));
    }

    private OrderTerms after(ExecutionReport report) {
        return report.type() == ExecutionType.REPLACED
                ? terms.withQuantity(report.orderQuantity()).withPrices(report.limitPrice(), report.triggerPrice())
                : terms;
    }
}
