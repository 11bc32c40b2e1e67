package io.millrace.core.portfolio;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.Stake;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.Funding;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.PriceReach;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An account's portfolio and open orders, and how far in its order of events it has come. Risk and portfolio keep the
 * same book and arrive at the same numbers. Immutable.
 *
 * @param openOrders in the order of their decisions
 * @param last the moment taken last, null before the first
 */
public record AccountBook(Portfolio portfolio, List<OpenOrder> openOrders, Moment last) implements Stake {
    /** What a report did to the book. */
    public sealed interface Step permits Taken, Refused {}

    public record Taken(AccountBook book) implements Step {}

    /** The report changed nothing, and why. */
    public record Refused(String reason) implements Step {}

    public static AccountBook empty(String accountId) {
        return new AccountBook(Portfolio.empty(accountId), List.of(), null);
    }

    public String accountId() {
        return portfolio.accountId();
    }

    /** Is told of every payment of funding, with its time. */
    public interface Payments {
        /** For those who only keep the book. */
        Payments UNHEARD = (before, after, nanos) -> {};

        /** All positions in an instrument have paid or received. */
        void paid(AccountBook before, AccountBook after, long nanos);
    }

    /**
     * What has come over the account by a time, before something happens to it then: the account as people have set it,
     * rates of currencies, and the funding of every time since the last moment, that moment's own included.
     */
    public AccountBook until(long nanos, AccountControl control, MarkLog marks, Payments payments) {
        var held = last == null ? new TreeSet<InstrumentId>() : held();
        var next = this;
        if (!held.isEmpty()) {
            for (long time = Funding.firstTime(last.timeNanos()); time < nanos; time += Funding.GRID_NANOS) {
                next = next.funded(held, time, control, payments);
            }
        }
        return next.under(nanos, control, marks);
    }

    /** The account as people have set it by a time: deposits, conversions and how its books are kept. */
    public AccountBook under(long nanos, AccountControl control, MarkLog marks) {
        var account = control.account(accountId(), nanos);
        return account == null ? this : fund(account, nanos).converting(account, nanos, control, marks);
    }

    /**
     * Brings deposits to what the account says: the difference is deposited or withdrawn. Null is no account yet.
     *
     * @param account as it is at that time, or at the last moment taken if that is later
     */
    public AccountBook fund(Account account, long nanos) {
        if (account == null) {
            return this;
        }
        var next = funded(portfolio.under(account), "", account.deposit(), nanos);
        for (var other : account.otherDeposits().entrySet()) {
            next = funded(next, other.getKey(), other.getValue(), nanos);
        }
        return next.equals(portfolio) ? this : with(next);
    }

    private static Portfolio funded(Portfolio portfolio, String currency, Money deposits, long nanos) {
        var missing = deposits.minus(
                portfolio.balance(portfolio.basis().named(currency)).deposits());
        return missing.units() == 0 ? portfolio : portfolio.deposit(currency, missing, nanos);
    }

    private AccountBook converting(Account account, long nanos, AccountControl control, MarkLog marks) {
        var next = portfolio;
        for (var conversion : account.conversions().entrySet()) {
            var instrument = control.instrument(conversion.getValue(), nanos);
            boolean inverse = instrument != null && instrument.baseCurrency().equals(account.currency());
            next = next.converting(conversion.getKey(), conversion.getValue(), inverse);
        }
        for (var balance : next.foreign()) {
            var clock = balance.isConvertible() || balance.rate() == null
                    ? null
                    : marks.latest(balance.rate().instrument(), nanos);
            next = clock == null || clock.mark() == null
                    ? next
                    : next.mark(clock.instrument(), clock.mark(), clock.timeNanos());
        }
        return next.equals(portfolio) ? this : with(next);
    }

    /** After the payments of a funding time. */
    private AccountBook funded(SortedSet<InstrumentId> held, long nanos, AccountControl control, Payments payments) {
        var next = this;
        for (var instrument : held) {
            var known = control.instrument(instrument, nanos);
            if (known != null && known.funding() != null && known.funding().isDueAt(nanos)) {
                var paid = next.with(next.portfolio.fund(instrument, known.funding(), nanos));
                payments.paid(next, paid, nanos);
                next = paid;
            }
        }
        return next;
    }

    /**
     * An order was approved and is open from now on.
     *
     * @param mark the price known at the decision, null if none was; it values what the order may open, while a position
     *     that is already held keeps its own mark
     */
    public AccountBook open(ApprovedOrder approved, Price mark) {
        var orders = new ArrayList<>(openOrders);
        orders.add(OpenOrder.of(approved, PriceReach.worst(approved.terms(), mark)));
        boolean values = mark != null && !portfolio.holds(approved.instrument());
        return new AccountBook(
                values ? portfolio.marked(new Mark(approved.instrument(), mark, approved.decidedAtNanos())) : portfolio,
                List.copyOf(orders),
                last);
    }

    /**
     * A cancel or a replace was approved and its venue is asked. One of an order that is not open changes nothing.
     *
     * @param mark the price known at the decision, null if none was
     */
    public AccountBook asked(ApprovedOrder approved, Price mark) {
        var order = openOrder(approved.orderId());
        if (order == null) {
            return this;
        }
        var step = approved.action() == Action.REPLACE
                ? order.askedToReplace(new OpenOrder.Replacement(
                        approved.intentId(), approved.terms(), PriceReach.worst(approved.terms(), mark)))
                : order.askedToCancel();
        return step instanceof OpenOrder.Taken taken ? with(taken.order()) : this;
    }

    /** A time, or the time of the last moment taken if that is later: what came out of order counts now. */
    public long notBeforeLast(long nanos) {
        return last == null ? nanos : Math.max(nanos, last.timeNanos());
    }

    /** A venue reported on an order. A fill counts only for an open order, so nothing is counted twice. */
    public Step apply(ExecutionReport report) {
        var order = openOrder(report.orderId());
        if (order == null && report.type().refusesChange()) {
            // What was asked crossed the order's end.
            return new Taken(this);
        }
        if (order == null) {
            return new Refused("order " + report.orderId() + " is not open");
        }
        var step = order.on(report);
        if (step instanceof OpenOrder.Taken taken) {
            var next = with(portfolio.apply(report, order.terms().reduceOnly())).with(taken.order());
            return new Taken(next.children(taken.order(), taken.order().filled().minus(order.filled())));
        }
        return new Refused(((OpenOrder.Refused) step).reason());
    }

    /** The book as it would be if the terms of an open order were others; without that order as it is. */
    public AccountBook under(String orderId, OrderTerms terms, Price mark) {
        var order = openOrder(orderId);
        return order == null ? this : with(order.under(terms, PriceReach.worst(terms, mark)));
    }

    /** The upstream clock brought a mark; none was known if it is null. */
    public AccountBook mark(Clock clock) {
        return with(
                clock.mark() == null
                        ? portfolio.at(clock.timeNanos())
                        : portfolio.mark(clock.instrument(), clock.mark(), clock.timeNanos()));
    }

    /** A moment was taken; one out of order does not turn the book back. */
    public AccountBook reached(Moment moment) {
        return last != null && moment.compareTo(last) <= 0 ? this : new AccountBook(portfolio, openOrders, moment);
    }

    /** The open order of that id, null if there is none. */
    public OpenOrder openOrder(String orderId) {
        for (var order : openOrders) {
            if (order.orderId().equals(orderId)) {
                return order;
            }
        }
        return null;
    }

    /** What is held of an instrument, and what the account's open orders can make of it. */
    public Reach reach(InstrumentId on) {
        if (hedges()) {
            return reach(on, null, Reach.of(true, held(on, PositionSide.LONG), held(on, PositionSide.SHORT)));
        }
        long held = held(on, PositionSide.NET);
        return reach(on, null, Reach.of(false, Math.max(0, held), Math.min(0, held)));
    }

    private long held(InstrumentId on, PositionSide side) {
        return portfolio.position(on, side).quantity().units();
    }

    /** What a strategy holds of an instrument, long if positive, and what its open orders can make of it. */
    public Reach reach(InstrumentId on, String strategyId, long held) {
        return reach(on, strategyId, Reach.of(hedges(), Math.max(0, held), Math.min(0, held)));
    }

    /**
     * Of orders that cancel or reduce each other only the largest counts; an exit counts as far as its entry was filled,
     * since it trades no more than that.
     */
    private Reach reach(InstrumentId on, String strategyId, Reach held) {
        var reach = held;
        for (int i = 0; i < openOrders.size(); i++) {
            var order = openOrders.get(i);
            boolean counts =
                    order.instrument().equals(on) && (strategyId == null || strategyId.equals(order.strategyId()));
            if (counts && !isCovered(order, i)) {
                reach = reach.with(order.side(), order.terms().reduceOnly(), reachOf(order));
            }
        }
        return reach;
    }

    /**
     * Open orders that the position they may only reduce does not cover any more: each that together with the ones decided
     * before it, and not found uncovered, trades more than the position. Of orders that cancel or reduce each other the
     * largest counts; one that is being canceled does not.
     *
     * @param all whether every order may only reduce, not only one that says so
     */
    public List<OpenOrder> uncovered(InstrumentId on, boolean all) {
        return mayOnlyReduce(on, all) ? new Cover(this, on, all).beyond() : List.of();
    }

    /** Whether a fill, and no new decision, can leave such orders uncovered, or some are. */
    public boolean mayBeUncovered(InstrumentId on, boolean all) {
        return mayOnlyReduce(on, all) && new Cover(this, on, all).mayBreak();
    }

    /** Whether any order on an instrument may only reduce. */
    private boolean mayOnlyReduce(InstrumentId on, boolean all) {
        for (var order : openOrders) {
            if ((all || order.terms().reduceOnly()) && order.instrument().equals(on)) {
                return true;
            }
        }
        return false;
    }

    boolean hedges() {
        return portfolio.basis().positions() == Account.Positions.HEDGING;
    }

    @Override
    public SortedSet<InstrumentId> followed() {
        var instruments = openBefore(Long.MAX_VALUE);
        instruments.addAll(held());
        for (var balance : portfolio.foreign()) {
            if (balance.rate() != null) {
                instruments.add(balance.rate().instrument());
            }
        }
        return instruments;
    }

    private SortedSet<InstrumentId> held() {
        var instruments = new TreeSet<InstrumentId>();
        for (var position : portfolio.positions()) {
            if (!position.quantity().isZero()) {
                instruments.add(position.instrument());
            }
        }
        return instruments;
    }

    @Override
    public SortedSet<InstrumentId> openBefore(long nanos) {
        var instruments = new TreeSet<InstrumentId>();
        InstrumentId latest = null;
        for (var order : openOrders) {
            if (order.decidedAtNanos() < nanos && !order.instrument().equals(latest)) {
                latest = order.instrument();
                instruments.add(latest);
            }
        }
        return instruments;
    }

    /** Whether another order, of which only one can trade, reaches farther; of equals the first counts. */
    private boolean isCovered(OpenOrder order, int at) {
        if (order.link() == null) {
            return false;
        }
        for (int i = 0; i < openOrders.size(); i++) {
            var other = openOrders.get(i);
            if (i != at && order.isAlternativeTo(other) && tradesTheSame(order, other)) {
                long more = reachOf(other) - reachOf(order);
                if (more > 0 || (more == 0 && i < at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two orders bring the same position the same way. */
    private boolean tradesTheSame(OpenOrder order, OpenOrder other) {
        return order.side() == other.side()
                && (!hedges() || order.terms().reduceOnly() == other.terms().reduceOnly());
    }

    /** What an order can trade as things are; an exit as far as its entry was filled. */
    long reachOf(OpenOrder order) {
        var parent = order.link() == null || order.link().parentOrderId() == null
                ? null
                : openOrder(order.link().parentOrderId());
        boolean exit = parent != null && parent.side() != order.side();
        return (exit ? order.workingReach() : order.reach()).units();
    }

    private AccountBook with(Portfolio next) {
        return new AccountBook(next, openOrders, last);
    }

    /** With an order in its new state, without it if that is final. */
    private AccountBook with(OpenOrder order) {
        var orders = new ArrayList<OpenOrder>(openOrders.size());
        for (var known : openOrders) {
            if (!known.orderId().equals(order.orderId())) {
                orders.add(known);
            } else if (!order.state().isFinal()) {
                orders.add(order);
            }
        }
        return new AccountBook(portfolio, List.copyOf(orders), last);
    }

    /** With the orders that wait for a parent to fill as far as it let them. */
    private AccountBook children(OpenOrder parent, Quantity fill) {
        var next = this;
        for (var order : openOrders) {
            if (order.link() != null && parent.orderId().equals(order.link().parentOrderId())) {
                next = next.with(order.afterParent(fill, parent.state().isFinal()));
            }
        }
        return next;
    }
}
