package io.millrace.core.execution;

import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import java.util.HashMap;
import java.util.Map;

/** What each account has taken of one market event's volume. */
final class PaperVolume {
    private record Taker(String accountId, Side side) {}

    private final Map<Taker, Quantity> taken = new HashMap<>();

    Quantity takenBy(PaperOrder order) {
        return taken.getOrDefault(taker(order), Quantity.ZERO);
    }

    void take(PaperOrder order, Quantity quantity) {
        taken.merge(taker(order), quantity, Quantity::plus);
    }

    /** What is left for an order of what its account may take. */
    Quantity left(PaperOrder order, Quantity ofAccount) {
        var left = ofAccount.minus(takenBy(order));
        return left.isPositive() ? left : Quantity.ZERO;
    }

    private static Taker taker(PaperOrder order) {
        return new Taker(order.command().accountId(), order.side());
    }
}
