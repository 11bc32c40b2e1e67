package io.millrace.gateway.view;

import io.millrace.core.money.Quantity;

/** How far an order is that an algorithm splits: it has no reports of its own. */
final class SplitStatus {
    private SplitStatus() {}

    static OrderStatus of(OrderView split) {
        var filled = split.filledQuantity();
        if (filled.compareTo(split.quantity()) >= 0) {
            return OrderStatus.FILLED;
        }
        boolean stopped = split.cancels().stream().anyMatch(Ruling::approved);
        boolean over = stopped || sliced(split).compareTo(split.quantity()) >= 0;
        if (over && split.children().stream().allMatch(child -> child.status().isFinal())) {
            return stopped ? OrderStatus.CANCELED : OrderStatus.EXPIRED;
        }
        return filled.isZero() ? OrderStatus.APPROVED : OrderStatus.PARTIALLY_FILLED;
    }

    /** Of the slices that risk has decided, let through or not. */
    private static Quantity sliced(OrderView split) {
        return split.children().stream().map(OrderView::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
}
