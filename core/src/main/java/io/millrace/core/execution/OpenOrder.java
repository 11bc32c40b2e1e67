package io.millrace.core.execution;

import io.millrace.core.execution.OrderEvent.Requested;
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
 * @param released how much of it the fills of its parent, less what its siblings traded, let act; null if it waits for no other order
 * @param replacement the terms that its venue was asked for and has not answered yet, null if none
 */
public record OpenOrder(
        String orderId,
        InstrumentId instrument,
        String strategyId,
        OrderTerms terms,
        OrderLink link,
        Price reservePrice,
        Quantity filled,
        OrderStatus status,
        int reports,
        long decidedAtNanos,
        Quantity released,
        Replacement replacement) {
    /** A venue's reason to shrink an order to what its parent was filled. */
    private static final String PARENT_ENDED = "PARENT_ENDED";

    /**
     * Other terms for an order.
     *
     * @param intentId who asked for them
     * @param reservePrice what risk valued a unit at when it let them through, null if unknown
     */
    public record Replacement(String intentId, OrderTerms terms, Price reservePrice) {}

    /** What a report, or a request, did to the order. */
    public sealed interface Step permits Taken, Refused {}

    /** The order after it. */
    public record Taken(OpenOrder order) implements Step {}

    /** It cannot be the order's next, and why. */
    public record Refused(String reason) implements Step {}

    /** An order of which nothing is asked. */
    public OpenOrder(
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
        this(
                orderId,
                instrument,
                strategyId,
                terms,
                link,
                reservePrice,
                filled,
                OrderStatus.of(state),
                reports,
                decidedAtNanos,
                link == null || link.parentOrderId() == null ? null : Quantity.ZERO,
                null);
    }

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

    public OrderState state() {
        return status.state();
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

    /** What can be filled as things are: less than what remains while its parent is not filled. */
    public Quantity working() {
        return released == null
                ? remaining()
                : notNegative(released.min(quantity()).minus(filled));
    }

    /** The most that can still be filled, whatever its venue answers to what it was asked. */
    public Quantity reach() {
        if (replacement == null) {
            return remaining();
        }
        var asked = notNegative(replacement.terms().quantity().minus(filled));
        return asked.compareTo(remaining()) > 0 ? asked : remaining();
    }

    /** The same, as far as its parent is filled. */
    public Quantity workingReach() {
        return released == null ? reach() : notNegative(released.minus(filled)).min(reach());
    }

    /** Whether what one of the two trades, the other does not: they cancel or reduce each other. */
    public boolean isAlternativeTo(OpenOrder other) {
        return link != null && link.rule() != OrderLink.Rule.INDEPENDENT && link.equals(other.link);
    }

    /**
     * The order as it would be with other terms. A part of it may be filled before its venue takes them, so a unit is
     * valued at what costs more.
     *
     * @param reserve what a unit of it is valued at then, null if unknown
     */
    public OpenOrder under(OrderTerms other, Price reserve) {
        return new OpenOrder(
                orderId,
                instrument,
                strategyId,
                other.withQuantity(other.quantity().max(filled)),
                link,
                costliest(reserve),
                filled,
                status,
                reports,
                decidedAtNanos,
                released,
                null);
    }

    /** What costs most of what a unit of it was valued at, whatever its venue answers to what it was asked; null if unknown. */
    public Price reachPrice() {
        return replacement == null ? reservePrice : costliest(replacement.reservePrice());
    }

    private Price costliest(Price other) {
        boolean costsMore =
                other != null && (reservePrice == null || other.compareTo(reservePrice) * side().sign() > 0);
        return costsMore ? other : reservePrice;
    }

    /** Its venue is asked to cancel it. */
    public Step askedToCancel() {
        return status.on(Requested.CANCEL) instanceof OrderStatus.Moved moved
                ? new Taken(with(moved.to(), replacement))
                : new Refused(status.on(Requested.CANCEL).toString());
    }

    /** Its venue is asked for other terms. */
    public Step askedToReplace(Replacement other) {
        return status.on(Requested.REPLACE) instanceof OrderStatus.Moved moved
                ? new Taken(with(moved.to(), other))
                : new Refused(status.on(Requested.REPLACE).toString());
    }

    /** What a report makes of the order. One that came before, or fills more than was ordered, is refused. */
    public Step on(ExecutionReport report) {
        if (report.reportNumber() <= reports) {
            return new Refused("report " + report.reportNumber() + " came before");
        }
        if (status.on(report.type()) instanceof OrderStatus.Moved moved) {
            return report.type() == ExecutionType.REPLACED ? replaced(report, moved.to()) : fill(report, moved.to());
        }
        return new Refused(status.on(report.type()).toString());
    }

    /**
     * After the order that it waits for was filled, or ended. What its fills did not let act when it ends never will;
     * where they let nothing act the order stays as it is, and its venue cancels it.
     *
     * @param fill of the parent since the last time, zero or above
     */
    public OpenOrder afterParent(Quantity fill, boolean ended) {
        if (released == null) {
            return this;
        }
        var next = released.plus(fill);
        return ended && next.isPositive() ? limitedTo(next) : after(terms, next, replacement);
    }

    /** What is asked of its venue is limited too: the parent lets no more act. */
    private OpenOrder limitedTo(Quantity most) {
        return after(terms.withQuantity(quantity().min(most)), null, asked(most));
    }

    private Replacement asked(Quantity most) {
        return replacement == null
                ? null
                : new Replacement(
                        replacement.intentId(),
                        replacement
                                .terms()
                                .withQuantity(replacement.terms().quantity().min(most)),
                        replacement.reservePrice());
    }

    private Step fill(ExecutionReport report, OrderStatus to) {
        var fill = report.type().isFill() ? report.lastQuantity() : Quantity.ZERO;
        if (report.type().isFill() && !fill.isPositive()) {
            return new Refused("a fill of " + fill);
        }
        if (fill.compareTo(remaining()) > 0) {
            return new Refused("a fill of " + fill + " exceeds the remaining " + remaining());
        }
        boolean answered = report.type() == ExecutionType.REPLACE_REJECTED;
        return new Taken(reported(
                report, priced(terms, report), reservePrice, filled.plus(fill), to, answered ? null : replacement));
    }

    /**
     * The venue says the quantity and the prices in force; the rest of what was asked for is in force with them. A venue
     * that changes an order by itself says why, and still owes its answer.
     */
    private Step replaced(ExecutionReport report, OrderStatus answered) {
        if (report.orderQuantity().compareTo(filled) < 0) {
            return new Refused("a quantity of " + report.orderQuantity() + " is less than the filled " + filled);
        }
        if (!report.reason().isEmpty()) {
            return new Taken(changedByVenue(report));
        }
        var asked = replacement == null ? terms : replacement.terms();
        return new Taken(reported(
                report,
                priced(asked.withQuantity(report.orderQuantity()), report),
                replacement == null ? reservePrice : replacement.reservePrice(),
                filled,
                answered,
                null));
    }

    private OpenOrder changedByVenue(ExecutionReport report) {
        var quantity = report.orderQuantity();
        boolean parentEnded = link != null && link.parentOrderId() != null && released == null;
        var changed = reported(
                report,
                priced(terms.withQuantity(quantity), report),
                reservePrice,
                filled,
                status,
                parentEnded ? asked(quantity) : replacement);
        // What a sibling traded is taken from what may act too; a parent's end may be reported before its last fill.
        boolean reduced = released != null && !report.reason().equals(PARENT_ENDED);
        return reduced ? changed.after(changed.terms, released.minus(quantity()).plus(quantity), replacement) : changed;
    }

    private static OrderTerms priced(OrderTerms terms, ExecutionReport report) {
        return terms.withPrices(
                report.limitPrice() == null ? terms.limitPrice() : report.limitPrice(),
                report.triggerPrice() == null ? terms.triggerPrice() : report.triggerPrice());
    }

    private OpenOrder reported(
            ExecutionReport report, OrderTerms next, Price price, Quantity fills, OrderStatus to, Replacement asked) {
        return new OpenOrder(
                orderId,
                instrument,
                strategyId,
                next,
                link,
                price,
                fills,
                to,
                report.reportNumber(),
                decidedAtNanos,
                released,
                to.isFinal() ? null : asked);
    }

    private OpenOrder with(OrderStatus to, Replacement asked) {
        return new OpenOrder(
                orderId,
                instrument,
                strategyId,
                terms,
                link,
                reservePrice,
                filled,
                to,
                reports,
                decidedAtNanos,
                released,
                asked);
    }

    private OpenOrder after(OrderTerms next, Quantity parentFilled, Replacement asked) {
        return new OpenOrder(
                orderId,
                instrument,
                strategyId,
                next,
                link,
                reservePrice,
                filled,
                status,
                reports,
                decidedAtNanos,
                parentFilled,
                asked);
    }

    private static Quantity notNegative(Quantity quantity) {
        return quantity.signum() < 0 ? Quantity.ZERO : quantity;
    }
}
