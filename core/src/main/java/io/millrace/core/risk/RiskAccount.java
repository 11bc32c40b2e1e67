package io.millrace.core.risk;

import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.AccountBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What risk knows of an account. Immutable; what happens gives the next state.
 *
 * @param approvals when orders were approved lately
 * @param lastOrdinals what was taken of each strategy on each instrument
 * @param arrivals ids of the latest {@link #ARRIVALS} intents that were taken as they arrived
 * @param cancels when cancels were let through lately
 * @param commanded the mode that people have commanded, null if none: {@link TradingMode#HALTED} or {@link
 *     TradingMode#REDUCING}
 */
public record RiskAccount(
        AccountBook book,
        Pace approvals,
        List<LastOrdinal> lastOrdinals,
        List<String> arrivals,
        Pace cancels,
        TradingMode commanded,
        TrackRecord track) {
    /** How many intents taken on arrival are remembered to drop duplicates. */
    public static final int ARRIVALS = 256;

    public static RiskAccount empty(String accountId) {
        return of(AccountBook.empty(accountId));
    }

    /** An account that has a book and nothing else yet. */
    public static RiskAccount of(AccountBook book) {
        return new RiskAccount(book, Pace.NONE, List.of(), List.of(), Pace.NONE, null, TrackRecord.EMPTY);
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
        if (approved == null) {
            return seen;
        }
        return approved.action() == Action.CANCEL
                ? seen.canceled(decision.decidedAtNanos())
                : seen.open(approved, decision);
    }

    public RiskAccount with(AccountBook next) {
        return new RiskAccount(next, approvals, lastOrdinals, arrivals, cancels, commanded, track);
    }

    /** People command a mode, or lift it if null. */
    public RiskAccount commanding(TradingMode mode) {
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels, mode, track);
    }

    /** After a report that the book has taken. */
    RiskAccount filled(ExecutionReport report, AccountBook next) {
        var taken = with(next);
        return !report.type().isFill()
                ? taken
                : taken.with(track.filled(
                        report,
                        book.portfolio().position(report.instrument()),
                        next.portfolio().position(report.instrument())));
    }

    RiskAccount with(TrackRecord next) {
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels, commanded, next);
    }

    private RiskAccount canceled(long now) {
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels.and(now), commanded, track);
    }

    private RiskAccount open(ApprovedOrder order, RiskDecision decision) {
        return new RiskAccount(
                book.open(order, decision.mark()),
                approvals.and(decision.decidedAtNanos()),
                lastOrdinals,
                arrivals,
                cancels,
                commanded,
                track);
    }

    private RiskAccount seen(OrderIntent intent) {
        if (intent.ordering() == Ordering.ARRIVAL) {
            var ids = new ArrayList<>(arrivals);
            ids.add(intent.intentId());
            return new RiskAccount(
                    book,
                    approvals,
                    lastOrdinals,
                    List.copyOf(ids.subList(Math.max(0, ids.size() - ARRIVALS), ids.size())),
                    cancels,
                    commanded,
                    track);
        }
        var ordinals = new ArrayList<>(lastOrdinals);
        ordinals.removeIf(last -> isOf(last, intent));
        ordinals.add(new LastOrdinal(intent.strategyId(), intent.instrument(), intent.ordinal()));
        return new RiskAccount(book, approvals, List.copyOf(ordinals), arrivals, cancels, commanded, track);
    }

    private static boolean isOf(LastOrdinal last, OrderIntent intent) {
        return last.strategyId().equals(intent.strategyId())
                && last.instrument().equals(intent.instrument());
    }
}
