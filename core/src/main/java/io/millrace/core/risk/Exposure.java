package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.order.Side;
import java.math.BigDecimal;
import java.util.TreeSet;

/**
 * Σ |position × mark| over an account's instruments. Open orders count as filled, on each instrument those of the side
 * that leads to the larger position.
 */
final class Exposure {
    private Exposure() {}

    /** As it can become without the order. */
    static BigDecimal before(RiskCase order) {
        return gross(order, false);
    }

    /** As it can become with the order. */
    static BigDecimal after(RiskCase order) {
        return gross(order, true);
    }

    private static BigDecimal gross(RiskCase order, boolean withOrder) {
        var instruments = new TreeSet<>(order.book().followed());
        instruments.add(order.instrumentId());
        var gross = BigDecimal.ZERO;
        for (var instrument : instruments) {
            boolean own = instrument.equals(order.instrumentId());
            var price = own ? order.markPrice() : valued(order, instrument);
            if (price != null) {
                gross = gross.add(RiskCase.notional(largest(order, instrument, own && withOrder), price));
            }
        }
        return gross;
    }

    /** The largest position that open orders, and this one if it counts, can lead to. */
    private static BigDecimal largest(RiskCase order, InstrumentId instrument, boolean withOrder) {
        var position = RiskCase.decimal(order.portfolio().position(instrument).quantity());
        var buys = order.open(instrument, Side.BUY);
        var sells = order.open(instrument, Side.SELL);
        if (withOrder) {
            var quantity = RiskCase.decimal(order.terms().quantity());
            if (order.terms().side() == Side.BUY) {
                buys = buys.add(quantity);
            } else {
                sells = sells.add(quantity);
            }
        }
        return position.add(buys).abs().max(position.subtract(sells).abs()).max(position.abs());
    }

    private static Price valued(RiskCase order, InstrumentId instrument) {
        var mark = order.portfolio().markOf(instrument);
        return mark == null ? null : mark.price();
    }
}
