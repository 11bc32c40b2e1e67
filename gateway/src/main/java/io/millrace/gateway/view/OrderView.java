package io.millrace.gateway.view;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Side;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order and what became of it. Topics are read side by side, so a report may be known before the decision.
 *
 * @param intent null as long as only reports are known
 * @param ruling risk's decision, null as long as it is not known
 * @param reports by their numbers
 * @param cancels decisions on requests to cancel it
 */
public record OrderView(
        String orderId, OrderIntent intent, Ruling ruling, List<ExecutionReport> reports, List<Ruling> cancels) {

    /** Asked for, nothing more known. */
    public static OrderView submitted(OrderIntent intent) {
        return new OrderView(intent.intentId(), intent, null, List.of(), List.of());
    }

    static OrderView unknown(String orderId) {
        return new OrderView(orderId, null, null, List.of(), List.of());
    }

    OrderView decided(OrderIntent decided, Ruling decision) {
        return new OrderView(orderId, decided, decision, reports, cancels);
    }

    /** A report that is known already changes nothing. */
    OrderView reported(ExecutionReport report) {
        boolean known = reports.stream().anyMatch(earlier -> earlier.reportNumber() >= report.reportNumber());
        return known
                ? this
                : new OrderView(
                        orderId,
                        intent,
                        ruling,
                        Stream.concat(reports.stream(), Stream.of(report)).toList(),
                        cancels);
    }

    OrderView cancelRequested(Ruling cancel) {
        boolean known = cancels.stream().anyMatch(earlier -> earlier.intentId().equals(cancel.intentId()));
        return known
                ? this
                : new OrderView(
                        orderId,
                        intent,
                        ruling,
                        reports,
                        Stream.concat(cancels.stream(), Stream.of(cancel)).toList());
    }

    /** The venue's last word that changed the order: nothing does after a final one. */
    public OrderStatus status() {
        OrderStatus status = ruling == null || ruling.approved() ? OrderStatus.APPROVED : OrderStatus.REJECTED_BY_RISK;
        if (ruling == null) {
            status = OrderStatus.SUBMITTED;
        }
        for (var report : reports) {
            if (!status.isFinal()) {
                status = status.after(report.type());
            }
        }
        return status;
    }

    public String accountId() {
        return intent == null ? reports.get(0).accountId() : intent.accountId();
    }

    public String strategyId() {
        return intent == null ? reports.get(0).strategyId() : intent.strategyId();
    }

    public InstrumentId instrument() {
        return intent == null ? reports.get(0).instrument() : intent.instrument();
    }

    public Side side() {
        return intent == null ? reports.get(0).side() : intent.terms().side();
    }

    public Quantity quantity() {
        return intent == null ? reports.get(0).orderQuantity() : intent.terms().quantity();
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
        return reports.stream().map(ExecutionReport::fee).reduce(Money.ZERO, Money::plus);
    }

    private Stream<ExecutionReport> fills() {
        return reports.stream().filter(report -> report.type().isFill());
    }
}
