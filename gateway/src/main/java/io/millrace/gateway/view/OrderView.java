package io.millrace.gateway.view;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order and what became of it. Topics are read side by side, so a report may be known before the decision.
 *
 * @param intent that asked for it, null as long as only what followed is known
 * @param leg its number in the intent's group, 0 for the first
 * @param approved as it was let through, null as long as that is not known
 * @param ruling risk's decision, null as long as it is not known
 * @param reports by their numbers
 * @param replaces decisions on requests to give it other terms
 * @param cancels decisions on requests to cancel it
 * @param children the orders that it was split into, none for an order that goes to its venue whole
 */
public record OrderView(
        String orderId,
        OrderIntent intent,
        int leg,
        ApprovedOrder approved,
        Ruling ruling,
        List<ExecutionReport> reports,
        List<Replace> replaces,
        List<Ruling> cancels,
        List<OrderView> children) {

    /** A decision on other terms, and these. */
    public record Replace(Ruling ruling, OrderTerms terms) {}

    /** Asked for, nothing more known: the order, and those attached to it. */
    public static Stream<OrderView> submitted(OrderIntent intent) {
        return IntStream.rangeClosed(0, intent.attached().size())
                .mapToObj(leg -> unknown(id(intent, leg)).askedBy(intent, leg));
    }

    static OrderView unknown(String orderId) {
        return new OrderView(orderId, null, 0, null, null, List.of(), List.of(), List.of(), List.of());
    }

    /** The id of an order of the intent's group. */
    static String id(OrderIntent intent, int leg) {
        return leg == 0 ? intent.intentId() : OrderIds.leg(intent.intentId(), leg);
    }

    OrderView decided(OrderIntent decided, int number, Ruling decision) {
        return new OrderView(orderId, decided, number, approved, decision, reports, replaces, cancels, children);
    }

    OrderView approved(ApprovedOrder order) {
        return new OrderView(orderId, intent, leg, order, ruling, reports, replaces, cancels, children);
    }

    /** A report that is known already changes nothing. */
    OrderView reported(ExecutionReport report) {
        boolean known = reports.stream().anyMatch(earlier -> earlier.reportNumber() >= report.reportNumber());
        return known
                ? this
                : new OrderView(
                        orderId, intent, leg, approved, ruling, and(reports, report), replaces, cancels, children);
    }

    OrderView replaceRequested(Replace replace) {
        boolean known = replaces.stream()
                .anyMatch(earlier ->
                        earlier.ruling().intentId().equals(replace.ruling().intentId()));
        return known
                ? this
                : new OrderView(
                        orderId, intent, leg, approved, ruling, reports, and(replaces, replace), cancels, children);
    }

    OrderView cancelRequested(Ruling cancel) {
        boolean known = cancels.stream().anyMatch(earlier -> earlier.intentId().equals(cancel.intentId()));
        return known
                ? this
                : new OrderView(
                        orderId, intent, leg, approved, ruling, reports, replaces, and(cancels, cancel), children);
    }

    /** With the orders that it was split into. */
    OrderView over(List<OrderView> slices) {
        return new OrderView(orderId, intent, leg, approved, ruling, reports, replaces, cancels, slices);
    }

    boolean isSplit() {
        return terms() != null && terms().algorithm() != null;
    }

    /** The venue's last word that changed the order: nothing does after a final one. Of a split order its slices'. */
    public OrderStatus status() {
        var status = ruled();
        if (status == OrderStatus.APPROVED && isSplit()) {
            return SplitStatus.of(this);
        }
        for (var report : reports) {
            if (!status.isFinal()) {
                status = status.after(report.type());
            }
        }
        return status;
    }

    private OrderStatus ruled() {
        if (ruling != null && !ruling.approved()) {
            return OrderStatus.REJECTED_BY_RISK;
        }
        return ruling == null && approved == null ? OrderStatus.SUBMITTED : OrderStatus.APPROVED;
    }

    /** The terms in force; null as long as only reports are known. */
    public OrderTerms terms() {
        var asked = approved != null ? approved.terms() : intent == null ? null : termsOf(intent, leg);
        return asked == null ? null : TermsInForce.of(asked, replaces, reports);
    }

    private static OrderTerms termsOf(OrderIntent intent, int leg) {
        return leg == 0 ? intent.terms() : intent.attached().get(leg - 1);
    }

    /** The limit that the venue works with, null if it has none or has not said so. */
    public Price workingLimit() {
        return reports.isEmpty() ? null : reports.get(reports.size() - 1).limitPrice();
    }

    /** The trigger that the venue waits for, null if it has none or has not said so. */
    public Price workingTrigger() {
        return reports.isEmpty() ? null : reports.get(reports.size() - 1).triggerPrice();
    }

    /** Ids of the orders attached to it, none if it is not the first of a group. */
    public List<String> attachedIds() {
        return intent == null || leg > 0
                ? List.of()
                : IntStream.rangeClosed(1, intent.attached().size())
                        .mapToObj(number -> id(intent, number))
                        .toList();
    }

    public String accountId() {
        return intent != null
                ? intent.accountId()
                : approved != null ? approved.accountId() : reports.get(0).accountId();
    }

    public String strategyId() {
        return intent != null
                ? intent.strategyId()
                : approved != null ? approved.strategyId() : reports.get(0).strategyId();
    }

    public InstrumentId instrument() {
        return intent != null
                ? intent.instrument()
                : approved != null ? approved.instrument() : reports.get(0).instrument();
    }

    public Side side() {
        return terms() == null ? reports.get(0).side() : terms().side();
    }

    public Quantity quantity() {
        return terms() == null ? reports.get(reports.size() - 1).orderQuantity() : terms().quantity();
    }

    public Quantity filledQuantity() {
        return fills().map(ExecutionReport::lastQuantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Of the fills, rounded half-even; null without one. */
    public Price averagePrice() {
        var filled = filledQuantity();
        return filled.isZero()
                ? null
                : fills().map(fill -> fill.lastPrice().times(fill.lastQuantity()))
                        .reduce(Money.ZERO, Money::plus)
                        .per(filled);
    }

    public Money fees() {
        return Stream.concat(
                        reports.stream().map(ExecutionReport::fee),
                        children.stream().map(OrderView::fees))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The order that this one is a slice of or waits for, null if there is none. */
    public String parentId() {
        if (intent != null && intent.parentOrderId() != null) {
            return intent.parentOrderId();
        }
        return approved == null || approved.link() == null
                ? null
                : approved.link().parentOrderId();
    }

    private OrderView askedBy(OrderIntent by, int number) {
        return new OrderView(orderId, by, number, approved, ruling, reports, replaces, cancels, children);
    }

    private Stream<ExecutionReport> fills() {
        return Stream.concat(
                reports.stream().filter(report -> report.type().isFill()),
                children.stream().flatMap(OrderView::fills));
    }

    private static <T> List<T> and(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
