package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;
import java.util.function.Function;

/**
 * Who took a trade whose side was not reported: the tick rule of Lee and Ready, "Inferring Trade Direction from
 * Intraday Data" (1991). Above the price before it: a buyer. Below: a seller. At the same price: as the trade before.
 *
 * <p>The rule needs the trades in their order, (event time, sequence); so a trade is judged once nothing earlier is
 * waited for. A trade that comes later than that, and one before the first price change, has no known neighbour: half
 * of it counts for either side.
 */
final class TickRule {
    private TickRule() {}

    /** Who hears of a trade, with its side, once it is judged. */
    interface Settled {
        void trade(UnsettledTrade trade, long side);
    }

    /** Notes a trade to be judged in order, or judges it at once if its place in the order has passed. */
    static void take(OpenBars state, PartialBar bar, Trade trade, long horizonNanos, Settled settled) {
        var unsettled = new UnsettledTrade();
        unsettled.eventTimeNanos = trade.eventTimeNanos();
        unsettled.sequence = trade.sequence();
        unsettled.priceUnits = trade.price().units();
        unsettled.quantityUnits = trade.quantity().units();
        unsettled.side = switch (trade.aggressor()) {
            case BUYER -> 1;
            case SELLER -> -1;
            case UNKNOWN -> 0;
        };
        if (unsettled.eventTimeNanos < horizonNanos) {
            bar.buyVolumeUnits += bought(unsettled, unsettled.side);
            settled.trade(unsettled, unsettled.side);
        } else {
            insert(state, unsettled);
        }
    }

    /** Judges, in order, the trades before the horizon. */
    static void settle(OpenBars state, long horizonNanos, Function<UnsettledTrade, PartialBar> barOf, Settled settled) {
        int count = 0;
        for (UnsettledTrade trade : state.unsettled) {
            if (trade.eventTimeNanos >= horizonNanos) {
                break;
            }
            if (state.tickPriceUnits != 0 && trade.priceUnits != state.tickPriceUnits) {
                state.tickDirection = trade.priceUnits > state.tickPriceUnits ? 1 : -1;
            }
            state.tickPriceUnits = trade.priceUnits;
            long side = trade.side != 0 ? trade.side : state.tickDirection;
            barOf.apply(trade).buyVolumeUnits += bought(trade, side);
            settled.trade(trade, side);
            count++;
        }
        state.unsettled.subList(0, count).clear();
    }

    private static long bought(UnsettledTrade trade, long side) {
        return side > 0 ? trade.quantityUnits : side < 0 ? 0 : trade.quantityUnits / 2;
    }

    private static void insert(OpenBars state, UnsettledTrade trade) {
        int index = state.unsettled.size();
        while (index > 0 && isBefore(trade, state.unsettled.get(index - 1))) {
            index--;
        }
        state.unsettled.add(index, trade);
    }

    private static boolean isBefore(UnsettledTrade a, UnsettledTrade b) {
        return a.eventTimeNanos != b.eventTimeNanos ? a.eventTimeNanos < b.eventTimeNanos : a.sequence < b.sequence;
    }
}
