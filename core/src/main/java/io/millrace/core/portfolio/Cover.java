package io.millrace.core.portfolio;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** How far an account's position in an instrument covers the orders that may only reduce it. */
final class Cover {
    private final AccountBook book;
    private final InstrumentId on;
    private final boolean all;
    private final Reach reach;

    /** @param all whether every order may only reduce, not only one that says so */
    Cover(AccountBook book, InstrumentId on, boolean all) {
        this.book = book;
        this.on = on;
        this.all = all;
        this.reach = book.reach(on);
    }

    /** Orders that are not covered; of two the one decided first is kept. */
    List<OpenOrder> beyond() {
        var beyond = new ArrayList<OpenOrder>();
        beyond(Side.BUY, beyond);
        beyond(Side.SELL, beyond);
        return beyond;
    }

    private void beyond(Side side, List<OpenOrder> beyond) {
        var kept = new ArrayList<OpenOrder>();
        long left = closable(side);
        for (var order : book.openOrders()) {
            if (order.side() != side || !mayOnlyReduce(order) || order.state() == OrderState.PENDING_CANCEL) {
                continue;
            }
            long more = Math.max(0, quantity(order) - largestAlternative(order, kept));
            if (closes(order) && more <= left) {
                left -= more;
                kept.add(order);
            } else {
                beyond.add(order);
            }
        }
    }

    private long largestAlternative(OpenOrder order, List<OpenOrder> kept) {
        long largest = 0;
        for (var other : kept) {
            largest = order.isAlternativeTo(other) ? Math.max(largest, quantity(other)) : largest;
        }
        return largest;
    }

    /**
     * Whether fills alone can make orders uncovered. They cannot where the position covers everything that trades it from
     * that side: each fill takes as much from the orders as from the position. An exit of a bracket that waits gets as much
     * as its entry adds, unless the entry first has to turn the position around; other orders that wait may each get it.
     */
    boolean mayBreak() {
        for (var order : book.openOrders()) {
            if (mayOnlyReduce(order) && (exceeds(order.side()) || !closes(order) || mayExceed(order))) {
                return true;
            }
        }
        return false;
    }

    private boolean exceeds(Side side) {
        return reach.ordered(side, true) > closable(side);
    }

    private boolean mayExceed(OpenOrder order) {
        boolean waits = order.working().compareTo(order.remaining()) < 0;
        boolean sharesFills = order.link() != null && order.link().rule() == OrderLink.Rule.REDUCES;
        boolean wrongSide =
                Long.signum(reach.position(order.side(), true)) == order.side().sign();
        return waits && (!sharesFills || !order.terms().reduceOnly() || wrongSide);
    }

    private boolean mayOnlyReduce(OpenOrder order) {
        return order.instrument().equals(on) && (all || order.terms().reduceOnly());
    }

    /** Whether it trades against a position at all: in a hedging account an order that does not say so opens one. */
    private boolean closes(OpenOrder order) {
        return order.terms().reduceOnly() || !book.hedges();
    }

    /** An order that may open once its parent fills is counted as if it had. */
    private long quantity(OpenOrder order) {
        return order.terms().reduceOnly() ? book.reachOf(order) : order.reach().units();
    }

    /** What there is to be closed from a side, zero or above. */
    private long closable(Side side) {
        return Math.max(0, -side.sign() * reach.position(side, true));
    }
}
