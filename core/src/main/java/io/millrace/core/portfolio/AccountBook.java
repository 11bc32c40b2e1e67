package io.millrace.core.portfolio;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.Stake;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
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

    /**
     * Brings deposits to what the account says: the difference is deposited or withdrawn. Null is no account yet.
     *
     * @param account as it is at that time, or at the last moment taken if that is later
     */
    public AccountBook fund(Account account, long nanos) {
        if (account == null || account.deposit().equals(portfolio.deposits())) {
            return this;
        }
        return with(portfolio.deposit(account.deposit().minus(portfolio.deposits()), nanos));
    }

    /**
     * An order was approved and is open from now on.
     *
     * @param mark the price known at the decision, null if none was; it values what the order may open, while a position
     *     that is already held keeps its own mark
     */
    public AccountBook open(ApprovedOrder approved, Price mark) {
        var orders = new ArrayList<>(openOrders);
        orders.add(OpenOrder.of(
                approved,
                approved.terms().limitPrice() == null ? mark : approved.terms().limitPrice()));
        boolean values = mark != null
                && portfolio.position(approved.instrument()).quantity().isZero();
        return new AccountBook(
                values ? portfolio.marked(new Mark(approved.instrument(), mark, approved.decidedAtNanos())) : portfolio,
                List.copyOf(orders),
                last);
    }

    /** A time, or the time of the last moment taken if that is later: what came out of order counts now. */
    public long notBeforeLast(long nanos) {
        return last == null ? nanos : Math.max(nanos, last.timeNanos());
    }

    /** A venue reported on an order. A fill counts only for an open order, so nothing is counted twice. */
    public Step apply(ExecutionReport report) {
        var order = openOrder(report.orderId());
        if (order == null) {
            return new Refused("order " + report.orderId() + " is not open");
        }
        if (order.on(report) instanceof OpenOrder.Taken taken) {
            var orders = new ArrayList<>(openOrders);
            int at = orders.indexOf(order);
            if (taken.order().state().isFinal()) {
                orders.remove(at);
            } else {
                orders.set(at, taken.order());
            }
            return new Taken(new AccountBook(portfolio.apply(report), List.copyOf(orders), last));
        }
        return new Refused(((OpenOrder.Refused) order.on(report)).reason());
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

    @Override
    public SortedSet<InstrumentId> followed() {
        var instruments = openBefore(Long.MAX_VALUE);
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
        for (var order : openOrders) {
            if (order.decidedAtNanos() < nanos) {
                instruments.add(order.instrument());
            }
        }
        return instruments;
    }

    private AccountBook with(Portfolio next) {
        return new AccountBook(next, openOrders, last);
    }
}
