package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import io.millrace.core.portfolio.Reach;
import java.util.List;

/**
 * What an account's positions can become with an order. Open orders count as filled, on each instrument those of the side
 * that leads to the larger position. Everything is measured in one pass.
 */
final class Exposure {
    private final RiskCase order;
    /** Whether anything of the other instruments' rules is asked for. */
    private final boolean byInstrument;

    private final String group;
    private WideMoney gross = WideMoney.ZERO;
    private WideMoney bought = WideMoney.ZERO;
    private WideMoney sold = WideMoney.ZERO;
    private WideMoney grouped = WideMoney.ZERO;
    private WideMoney margin = WideMoney.ZERO;
    private WideMoney own = WideMoney.ZERO;

    private Exposure(RiskCase order) {
        this.order = order;
        this.group = order.instrument() == null ? "" : order.instrument().group();
        boolean grouping = order.safeguards().maxGroupExposure() != null && !group.isEmpty();
        this.byInstrument = grouping || Margin.isRequired(order) || order.hasCurrencies();
    }

    static Exposure of(RiskCase order) {
        var exposure = new Exposure(order);
        exposure.measure();
        return exposure;
    }

    /** Σ |position × mark|. */
    WideMoney gross() {
        return gross;
    }

    /** |Σ position × mark|, the larger of all buys filled and all sells filled. */
    WideMoney net() {
        return bought.abs().max(sold.abs());
    }

    /** Σ |position × mark| over the instruments of the order's group. */
    WideMoney grouped() {
        return grouped;
    }

    /** Σ |position × mark| × initial margin. */
    WideMoney margin() {
        return margin;
    }

    /** |position × mark| of the order's own instrument. */
    WideMoney own() {
        return own;
    }

    private void measure() {
        var id = order.instrumentId();
        if (order.markPrice() != null) {
            own = add(order.reach(id), order.markPrice(), order.instrument());
        }
        var positions = order.portfolio().positions();
        for (int i = 0; i < positions.size(); i++) {
            var instrument = positions.get(i).instrument();
            // Both sides of a hedging account's position come one after the other.
            boolean again = i > 0 && positions.get(i - 1).instrument().equals(instrument);
            if (!again && !instrument.equals(id)) {
                add(instrument);
            }
        }
        var orders = order.book().openOrders();
        for (int i = 0; i < orders.size(); i++) {
            var instrument = orders.get(i).instrument();
            if (!instrument.equals(id) && !isCounted(instrument, orders, i)) {
                add(instrument);
            }
        }
    }

    /** Whether an instrument came with a position, or with an earlier order. */
    private boolean isCounted(InstrumentId instrument, List<OpenOrder> orders, int before) {
        var positions = order.portfolio().positions();
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).instrument().equals(instrument)) {
                return true;
            }
        }
        for (int i = 0; i < before; i++) {
            if (orders.get(i).instrument().equals(instrument)) {
                return true;
            }
        }
        return false;
    }

    private void add(InstrumentId instrument) {
        var mark = order.portfolio().markOf(instrument);
        if (mark != null) {
            var rules =
                    byInstrument ? order.rules().instruments().instrument(instrument, order.decidedAtNanos()) : null;
            add(order.reach(instrument), mark.price(), rules);
        }
    }

    /** Adds an instrument's largest position, and says what it is worth. */
    private WideMoney add(Reach reach, Price price, Instrument rules) {
        var worth = order.inAccount(WideMoney.notional(reach.largest(), price), rules);
        gross = gross.plus(worth);
        bought = bought.plus(order.inAccount(signed(reach.netBought(), price), rules));
        sold = sold.plus(order.inAccount(signed(reach.netSold(), price), rules));
        if (byInstrument && rules != null) {
            margin = margin.plus(worth.bpsUp(rules.initialMarginBps()));
            if (rules.group().equals(group)) {
                grouped = grouped.plus(worth);
            }
        }
        return worth;
    }

    private static WideMoney signed(long quantity, Price price) {
        var notional = WideMoney.notional(quantity, price);
        return quantity < 0 ? notional.negate() : notional;
    }
}
