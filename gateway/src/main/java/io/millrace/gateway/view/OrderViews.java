package io.millrace.gateway.view;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.core.risk.RiskDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The latest orders, by id. Beyond the bound the oldest that are done go. */
public final class OrderViews {
    /** About 1 KB each. */
    static final int MOST = 20_000;

    private final Map<String, OrderView> orders = new LinkedHashMap<>();
    /** Ids of the orders that an order was split into. */
    private final Map<String, Set<String>> slices = new HashMap<>();
    /** Ids of the orders of an account that an algorithm splits. */
    private final Map<String, Set<String>> splits = new HashMap<>();
    /** The highest ordinal of people's that risk has decided. */
    private final Map<Source, Long> decided = new HashMap<>();

    private final int most;

    /** What people's intents are numbered by; the instrument is null for commands to the account. */
    private record Source(String accountId, InstrumentId instrument) {
        static Source of(OrderIntent intent) {
            return new Source(intent.accountId(), intent.instrument());
        }
    }

    public OrderViews() {
        this(MOST);
    }

    OrderViews(int most) {
        this.most = most;
    }

    public synchronized void decided(RiskDecision decision) {
        var intent = decision.intent();
        var ruling = Ruling.of(decision);
        if (isOfPeople(intent)) {
            decided.merge(Source.of(intent), intent.ordinal(), Math::max);
        }
        switch (intent.action()) {
            case SUBMIT -> {
                for (int leg = 0; leg <= intent.attached().size(); leg++) {
                    keep(known(OrderView.id(intent, leg)).decided(intent, leg, ruling));
                }
                if (intent.terms().algorithm() != null) {
                    splits.computeIfAbsent(intent.accountId(), id -> new LinkedHashSet<>())
                            .add(intent.intentId());
                }
                if (intent.parentOrderId() != null) {
                    slices.computeIfAbsent(intent.parentOrderId(), id -> new LinkedHashSet<>())
                            .add(intent.intentId());
                }
            }
            case REPLACE ->
                orders.computeIfPresent(
                        intent.cancelOrderId(),
                        (id, order) -> order.replaceRequested(new OrderView.Replace(ruling, intent.terms())));
            case CANCEL ->
                orders.computeIfPresent(intent.cancelOrderId(), (id, order) -> order.cancelRequested(ruling));
            // What becomes of an account's orders then, their reports tell; those that are split have none.
            case CANCEL_ALL, HALT -> stopSplit(intent.accountId(), ruling);
            case REDUCE, RESUME -> {}
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
        return Optional.ofNullable(orders.get(orderId)).map(this::whole);
    }

    /** The latest first. */
    public synchronized List<OrderView> latest(Predicate<OrderView> wanted, int limit) {
        var newestFirst = new ArrayList<>(orders.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(this::whole).filter(wanted).limit(limit).toList();
    }

    /** Whether risk has decided an order of people that was done so long ago that it is not kept any more. */
    public synchronized boolean isForgotten(OrderIntent intent) {
        return isOfPeople(intent)
                && !orders.containsKey(intent.intentId())
                && intent.ordinal() <= decided.getOrDefault(Source.of(intent), 0L);
    }

    /** Slices have numbers of their own. */
    private static boolean isOfPeople(OrderIntent intent) {
        return intent.ordering() == Ordering.ARRIVAL && intent.parentOrderId() == null;
    }

    private void stopSplit(String accountId, Ruling ruling) {
        for (var id : splits.getOrDefault(accountId, Set.of())) {
            orders.computeIfPresent(
                    id, (any, order) -> whole(order).status().isFinal() ? order : order.cancelRequested(ruling));
        }
    }

    /** A split order with its slices. */
    private OrderView whole(OrderView order) {
        var ids = slices.get(order.orderId());
        return ids == null
                ? order
                : order.over(
                        ids.stream().map(orders::get).filter(Objects::nonNull).toList());
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
                var oldest = oldestFirst.next();
                if (whole(oldest).status().isFinal()) {
                    oldestFirst.remove();
                    slices.remove(oldest.orderId());
                    splits.computeIfPresent(oldest.accountId(), (account, ids) -> {
                        ids.remove(oldest.orderId());
                        return ids;
                    });
                    return;
                }
            }
        }
    }
}
