package io.millrace.core.risk;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.AccountBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What risk knows of an account. Immutable; what happens gives the next state.
 *
 * @param approvedNanos event times of the orders approved within the last {@link #RATE_WINDOW}, ascending
 * @param lastOrdinals what was taken of each strategy on each instrument
 * @param arrivals ids of the latest {@link #ARRIVALS} intents that were taken as they arrived
 */
public record RiskAccount(
        AccountBook book, List<Long> approvedNanos, List<LastOrdinal> lastOrdinals, List<String> arrivals) {
    /** How far back the order rate looks. */
    public static final Duration RATE_WINDOW = Duration.ofSeconds(60);
    /** How many intents taken on arrival are remembered to drop duplicates. */
    public static final int ARRIVALS = 256;

    public static RiskAccount empty(String accountId) {
        return new RiskAccount(AccountBook.empty(accountId), List.of(), List.of(), List.of());
    }

    public String accountId() {
        return book.accountId();
    }

    /** Whether the intent was decided before, so that it is a duplicate. */
    public boolean hasSeen(OrderIntent intent) {
        if (intent.ordering() == Ordering.ARRIVAL) {
            return arrivals.contains(intent.intentId());
        }
        for (var last : lastOrdinals) {
            if (isOf(last, intent)) {
                return intent.ordinal() <= last.ordinal();
            }
        }
        return false;
    }

    /** After a decision. */
    public RiskAccount apply(RiskDecision decision) {
        var seen = seen(decision.intent());
        var approved = decision.order();
        return approved == null || approved.action() == Action.CANCEL ? seen : seen.open(approved, decision);
    }

    public RiskAccount with(AccountBook next) {
        return new RiskAccount(next, approvedNanos, lastOrdinals, arrivals);
    }

    /** Orders approved within the window that ends at a time. */
    int approvedWithin(long nanos) {
        long after = nanos - RATE_WINDOW.toNanos();
        int first = approvedNanos.size();
        while (first > 0 && approvedNanos.get(first - 1) > after) {
            first--;
        }
        return approvedNanos.size() - first;
    }

    private RiskAccount open(ApprovedOrder order, RiskDecision decision) {
        long now = decision.decidedAtNanos();
        var recent = new ArrayList<>(approvedNanos);
        recent.add(now);
        recent.removeIf(approved -> approved <= now - RATE_WINDOW.toNanos());
        recent.sort(null);
        return new RiskAccount(book.open(order, decision.mark()), List.copyOf(recent), lastOrdinals, arrivals);
    }

    private RiskAccount seen(OrderIntent intent) {
        if (intent.ordering() == Ordering.ARRIVAL) {
            var ids = new ArrayList<>(arrivals);
            ids.add(intent.intentId());
            return new RiskAccount(
                    book,
                    approvedNanos,
                    lastOrdinals,
                    List.copyOf(ids.subList(Math.max(0, ids.size() - ARRIVALS), ids.size())));
        }
        var ordinals = new ArrayList<>(lastOrdinals);
        ordinals.removeIf(last -> isOf(last, intent));
        ordinals.add(new LastOrdinal(intent.strategyId(), intent.instrument(), intent.ordinal()));
        return new RiskAccount(book, approvedNanos, List.copyOf(ordinals), arrivals);
    }

    private static boolean isOf(LastOrdinal last, OrderIntent intent) {
        return last.strategyId().equals(intent.strategyId())
                && last.instrument().equals(intent.instrument());
    }
}
