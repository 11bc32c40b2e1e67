package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Side;
import java.util.List;

/**
 * What an account's positions can become. Open orders count as filled, on each instrument those of the side that leads
 * to the larger position.
 */
final class Exposure {
    private Exposure() {}

    /** Σ |position × mark| as it can become with the order. */
    static WideMoney gross(RiskCase order) {
        var own = order.instrumentId();
        var gross = WideMoney.ZERO;
        if (order.markPrice() != null) {
            gross = WideMoney.notional(largest(order, own, order.position()), order.markPrice());
        }
        var positions = order.portfolio().positions();
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            if (!position.instrument().equals(own)) {
                long size = largest(
                        order, position.instrument(), position.quantity().units());
                gross = gross.plus(valued(order, position.instrument(), size));
            }
        }
        var orders = order.book().openOrders();
        for (int i = 0; i < orders.size(); i++) {
            var instrument = orders.get(i).instrument();
            if (!instrument.equals(own) && !isCounted(order, instrument, orders, i)) {
                gross = gross.plus(valued(order, instrument, largest(order, instrument, 0)));
            }
        }
        return gross;
    }

    /** What is still to be filled of the account's open orders of a side on an instrument, above zero. */
    static long open(RiskCase order, InstrumentId on, Side side) {
        return order.book().reach(on, side);
    }

    /** Whether an instrument came with a position, or with an earlier order. */
    private static boolean isCounted(RiskCase order, InstrumentId instrument, List<OpenOrder> orders, int before) {
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

    /** The largest position that open orders, and this one if it is on the instrument, can lead to. */
    private static long largest(RiskCase order, InstrumentId instrument, long position) {
        long buys = open(order, instrument, Side.BUY);
        long sells = open(order, instrument, Side.SELL);
        if (order.terms() != null && instrument.equals(order.instrumentId())) {
            long quantity = order.terms().quantity().units();
            if (order.terms().side() == Side.BUY) {
                buys = Units.plus(buys, quantity);
            } else {
                sells = Units.plus(sells, quantity);
            }
        }
        long bought = Units.abs(Units.plus(position, buys));
        long sold = Units.abs(Units.minus(position, sells));
        return Math.max(Math.max(bought, sold), Units.abs(position));
    }

    private static WideMoney valued(RiskCase order, InstrumentId instrument, long size) {
        var mark = size == 0 ? null : order.portfolio().markOf(instrument);
        Price price = mark == null ? null : mark.price();
        return price == null ? WideMoney.ZERO : WideMoney.notional(size, price);
    }
}
