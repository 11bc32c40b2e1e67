package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * What risk knows of an account. Immutable; what happens gives the next state.
 *
 * @param approvals when orders were approved lately
 * @param lastOrdinals what was taken of each strategy on each instrument
 * @param arrivals ids of intents that were taken as they arrived before these had ordinals to be known by, and an empty
 *     one for every arrival since: the latest {@link #ARRIVALS}, none once no id is among them
 * @param cancels when strategies' cancels were let through lately; people's and risk's own use up nothing
 * @param commanded the mode that people have commanded, null if none: {@link TradingMode#HALTED} or {@link
 *     TradingMode#REDUCING}
 * @param splits the orders that algorithms split and that are not done, in the order of their decisions
 */
public record RiskAccount(
        AccountBook book,
        Pace approvals,
        List<LastOrdinal> lastOrdinals,
        List<String> arrivals,
        Pace cancels,
        TradingMode commanded,
        TrackRecord track,
        List<SplitOrder> splits) {
    private static final int ARRIVALS = 256;

    public static RiskAccount empty(String accountId) {
        return of(AccountBook.empty(accountId));
    }

    /** An account that has a book and nothing else yet. */
    public static RiskAccount of(AccountBook book) {
        return new RiskAccount(book, Pace.NONE, List.of(), List.of(), Pace.NONE, null, TrackRecord.EMPTY, List.of());
    }

    public String accountId() {
        return book.accountId();
    }

    /** Whether an intent is taken as it comes; a command to a whole account always is. */
    static boolean isTakenOnArrival(OrderIntent intent) {
        return intent.ordering() == Ordering.ARRIVAL || !intent.action().concernsOneOrder();
    }

    /** Whether the intent was decided before, so that it is a duplicate. */
    public boolean hasSeen(OrderIntent intent) {
        if (intent.isSlice()) {
            var split = split(intent.parentOrderId());
            return split == null || intent.ordinal() <= split.taken();
        }
        var next = LastOrdinal.of(intent);
        for (var last : lastOrdinals) {
            if (last.isOf(next)) {
                return last.hasSeen(next) || arrivals.contains(intent.intentId());
            }
        }
        return arrivals.contains(intent.intentId());
    }

    /** After a decision. */
    public RiskAccount apply(RiskDecision decision) {
        var next = seen(decision);
        for (var order : decision.orders()) {
            next = next.apply(order, decision);
        }
        return next;
    }

    /** After an order was approved, or the cancel or replace of one. */
    private RiskAccount apply(ApprovedOrder order, RiskDecision decision) {
        var mark = decision.mark();
        boolean free = MaxCancelRate.isFree(decision.intent());
        long now = order.decidedAtNanos();
        return switch (order.action()) {
            case SUBMIT -> with(book.open(order, mark)).approved(now);
            case REPLACE -> with(book.asked(order, mark)).approved(now);
            default ->
                free
                        ? with(book.asked(order, mark))
                        : with(book.asked(order, mark)).canceled(now);
        };
    }

    /** The order that an algorithm splits, null if there is none of that id, or it is done. */
    public SplitOrder split(String orderId) {
        for (var split : splits) {
            if (split.orderId().equals(orderId)) {
                return split;
            }
        }
        return null;
    }

    /** With a split order in its new state, without it if it is done. */
    RiskAccount with(SplitOrder split) {
        var next = new ArrayList<SplitOrder>();
        for (var known : splits) {
            if (!known.orderId().equals(split.orderId())) {
                next.add(known);
            }
        }
        if (!split.isDone()) {
            next.add(split);
        }
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels, commanded, track, List.copyOf(next));
    }

    public RiskAccount with(AccountBook next) {
        return new RiskAccount(next, approvals, lastOrdinals, arrivals, cancels, commanded, track, splits);
    }

    /** People have commanded that it only reduces. */
    boolean onlyReduces() {
        return commanded == TradingMode.REDUCING;
    }

    /** Whether at the next mark of an instrument an order may have to be canceled that its position does not cover. */
    boolean mayBeUncovered(InstrumentId on) {
        return book.mayBeUncovered(on, onlyReduces());
    }

    /** People command a mode, or lift it if null. */
    public RiskAccount commanding(TradingMode mode) {
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels, mode, track, splits);
    }

    /** After a report that the book has taken. */
    RiskAccount filled(ExecutionReport report, AccountBook next) {
        var taken = with(next);
        for (var split : splits) {
            taken = split.has(report.orderId()) ? taken.with(split.reported(report)) : taken;
        }
        if (!report.type().isFill()) {
            return taken;
        }
        var before = moved(report);
        var after = next.portfolio().position(report.instrument(), before.side());
        return taken.with(track.filled(report, before, after, !next.portfolio().holds(report.instrument())));
    }

    /** The position that a fill moves: in a hedging account an order that may only reduce closes if there is something. */
    private Position moved(ExecutionReport report) {
        var order = book.openOrder(report.orderId());
        boolean reduces = order != null && order.terms().reduceOnly();
        var closed = book.portfolio().position(report.instrument(), report.side(), reduces);
        return reduces && closed.quantity().isZero()
                ? book.portfolio().position(report.instrument(), report.side(), false)
                : closed;
    }

    public RiskAccount with(TrackRecord next) {
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels, commanded, next, splits);
    }

    private RiskAccount canceled(long now) {
        return new RiskAccount(book, approvals, lastOrdinals, arrivals, cancels.and(now), commanded, track, splits);
    }

    /** One more order was approved. */
    RiskAccount approved(long now) {
        return new RiskAccount(book, approvals.and(now), lastOrdinals, arrivals, cancels, commanded, track, splits);
    }

    private RiskAccount seen(RiskDecision decision) {
        var intent = decision.intent();
        if (intent.isOfRisk()) {
            return this;
        }
        if (intent.isSlice()) {
            var split = split(intent.parentOrderId());
            return split == null ? this : with(split.decided(decision));
        }
        var next = LastOrdinal.of(intent);
        var ordinals = new ArrayList<LastOrdinal>(lastOrdinals.size() + 1);
        for (var last : lastOrdinals) {
            if (last.isOf(next)) {
                next = last.and(next);
            } else {
                ordinals.add(last);
            }
        }
        ordinals.add(next);
        var ids = arrivalsAfter(intent);
        return new RiskAccount(book, approvals, List.copyOf(ordinals), ids, cancels, commanded, track, splits);
    }

    private List<String> arrivalsAfter(OrderIntent intent) {
        if (arrivals.isEmpty() || !isTakenOnArrival(intent)) {
            return arrivals;
        }
        var all = new ArrayList<>(arrivals);
        all.add("");
        var latest = all.subList(Math.max(0, all.size() - ARRIVALS), all.size());
        return latest.get(0).isEmpty() ? List.of() : List.copyOf(latest);
    }
}
