package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Side;
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
        this.byInstrument = grouping || Margin.isRequired(order);
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
            own = add(id, order.position(), order.markPrice(), order.instrument());
        }
        var positions = order.portfolio().positions();
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            if (!position.instrument().equals(id)) {
                add(position.instrument(), position.quantity().units());
            }
        }
        var orders = order.book().openOrders();
        for (int i = 0; i < orders.size(); i++) {
            var instrument = orders.get(i).instrument();
            if (!instrument.equals(id) && !isCounted(instrument, orders, i)) {
                add(instrument, 0);
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

    private void add(InstrumentId instrument, long position) {
        var mark = order.portfolio().markOf(instrument);
        if (mark != null) {
            var rules =
                    byInstrument ? order.rules().instruments().instrument(instrument, order.decidedAtNanos()) : null;
            add(instrument, position, mark.price(), rules);
        }
    }

    /** Adds an instrument's largest position, and says what it is worth. */
    private WideMoney add(InstrumentId instrument, long position, Price price, Instrument rules) {
        long buys = order.open(instrument, Side.BUY);
        long sells = order.open(instrument, Side.SELL);
        if (order.terms() != null && instrument.equals(order.instrumentId())) {
            if (order.terms().side() == Side.BUY) {
                buys = Units.plus(buys, order.quantity());
            } else {
                sells = Units.plus(sells, order.quantity());
            }
        }
        long afterBuys = Units.plus(position, buys);
        long afterSells = Units.minus(position, sells);
        long largest = Math.max(Math.max(Units.abs(afterBuys), Units.abs(afterSells)), Units.abs(position));
        var worth = WideMoney.notional(largest, price);
        gross = gross.plus(worth);
        bought = bought.plus(signed(afterBuys, price));
        sold = sold.plus(signed(afterSells, price));
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
