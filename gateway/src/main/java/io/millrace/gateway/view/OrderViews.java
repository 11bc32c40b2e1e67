package io.millrace.gateway.view;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.risk.RiskDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest orders, by id. Beyond the bound the oldest that are done go. */
public final class OrderViews {
    /** About 1 KB each. */
    static final int MOST = 20_000;

    private final Map<String, OrderView> orders = new LinkedHashMap<>();
    private final int most;

    public OrderViews() {
        this(MOST);
    }

    OrderViews(int most) {
        this.most = most;
    }

    public synchronized void decided(RiskDecision decision) {
        var intent = decision.intent();
        var ruling = Ruling.of(decision);
        switch (intent.action()) {
            case SUBMIT -> {
                for (int leg = 0; leg <= intent.attached().size(); leg++) {
                    keep(known(OrderView.id(intent, leg)).decided(intent, leg, ruling));
                }
            }
            case REPLACE ->
                orders.computeIfPresent(
                        intent.cancelOrderId(),
                        (id, order) -> order.replaceRequested(new OrderView.Replace(ruling, intent.terms())));
            case CANCEL ->
                orders.computeIfPresent(intent.cancelOrderId(), (id, order) -> order.cancelRequested(ruling));
            // What becomes of an account's orders then, their reports tell.
            case CANCEL_ALL, HALT, REDUCE, RESUME -> {}
        }
    }

    public synchronized void approved(ApprovedOrder order) {
        if (order.action() == Action.SUBMIT) {
            keep(known(order.orderId()).approved(order));
        }
    }

    public synchronized void reported(ExecutionReport report) {
        keep(known(report.orderId()).reported(report));
    }

    public synchronized Optional<OrderView> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    /** The latest first. */
    public synchronized List<OrderView> latest(Predicate<OrderView> wanted, int limit) {
        var newestFirst = new ArrayList<>(orders.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream().filter(wanted).limit(limit).toList();
    }

    private OrderView known(String orderId) {
        var order = orders.get(orderId);
        return order == null ? OrderView.unknown(orderId) : order;
    }

    private void keep(OrderView order) {
        orders.put(order.orderId(), order);
        if (orders.size() > most) {
            var oldestFirst = orders.values().iterator();
            while (oldestFirst.hasNext()) {
                if (oldestFirst.next().status().isFinal()) {
                    oldestFirst.remove();
                    return;
                }
            }
        }
    }
}
