package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The settled trades of a bar of the smallest interval, kept as numbers so that a trade costs no object: full blocks in
 * the {@link Retention}, the last one in the bar.
 */
final class SettledTrades {
    /** Order of trades. */
    static final Comparator<UnsettledTrade> ORDER = Comparator.<UnsettledTrade>comparingLong(
                    trade -> trade.eventTimeNanos)
            .thenComparingLong(trade -> trade.sequence);

    private static final int FIELDS = 5;
    /** A block is small, since the last one is stored with every trade; and large enough to be stored rarely. */
    private static final int BLOCK = 32 * FIELDS;

    private static final int FIRST = 4 * FIELDS;

    private SettledTrades() {}

    static boolean isEmpty(PartialBar bar) {
        return bar.tradeBlocks == 0 && bar.tradesUsed == 0;
    }

    static int count(PartialBar bar) {
        return (bar.tradeBlocks * BLOCK + bar.tradesUsed) / FIELDS;
    }

    static void append(PartialBar bar, UnsettledTrade trade, Retention retention) {
        if (isEmpty(bar)) {
            bar.minSequence = trade.sequence;
            bar.maxSequence = trade.sequence;
        } else {
            bar.minSequence = Math.min(bar.minSequence, trade.sequence);
            bar.maxSequence = Math.max(bar.maxSequence, trade.sequence);
        }
        int at = bar.tradesUsed;
        if (bar.trades == null || bar.trades.length == 0) {
            bar.trades = new long[FIRST];
        } else if (at == bar.trades.length) {
            bar.trades = Arrays.copyOf(bar.trades, BLOCK);
        }
        long[] block = bar.trades;
        block[at] = trade.eventTimeNanos;
        block[at + 1] = trade.sequence;
        block[at + 2] = trade.priceUnits;
        block[at + 3] = trade.quantityUnits;
        block[at + 4] = (trade.side + 1) | ((long) (trade.quality & ~Quality.OF_THE_BAR) << 2);
        bar.tradesUsed = at + FIELDS;
        if (bar.tradesUsed == BLOCK) {
            retention.putTrades(bar.openTimeNanos, bar.tradeBlocks++, block);
            bar.trades = null;
            bar.tradesUsed = 0;
        }
    }

    /** All of them, in their order. */
    static List<UnsettledTrade> of(PartialBar bar, Retention retention) {
        var trades = new ArrayList<UnsettledTrade>();
        for (int block = 0; block < bar.tradeBlocks; block++) {
            read(retention.trades(bar.openTimeNanos, block), BLOCK, trades);
        }
        read(bar.trades, bar.tradesUsed, trades);
        trades.sort(ORDER);
        return trades;
    }

    static void replace(PartialBar bar, List<UnsettledTrade> trades, Retention retention) {
        forget(bar, retention);
        trades.forEach(trade -> append(bar, trade, retention));
    }

    static void forget(PartialBar bar, Retention retention) {
        for (int block = 0; block < bar.tradeBlocks; block++) {
            retention.removeTrades(bar.openTimeNanos, block);
        }
        bar.tradeBlocks = 0;
        bar.tradesUsed = 0;
        bar.trades = null;
    }

    private static void read(long[] block, int used, List<UnsettledTrade> into) {
        for (int at = 0; at < used; at += FIELDS) {
            var trade = new UnsettledTrade();
            trade.eventTimeNanos = block[at];
            trade.sequence = block[at + 1];
            trade.priceUnits = block[at + 2];
            trade.quantityUnits = block[at + 3];
            trade.side = (block[at + 4] & 3) - 1;
            trade.quality = (int) (block[at + 4] >> 2);
            into.add(trade);
        }
    }
}
