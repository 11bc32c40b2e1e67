package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/** The arithmetic of bars: trades into a bar, bars into a larger one. The order of what is added does not matter. */
final class BarSums {
    private BarSums() {}

    static PartialBar empty(long openTimeNanos) {
        var bar = new PartialBar();
        bar.openTimeNanos = openTimeNanos;
        bar.firstTradeNanos = Long.MAX_VALUE;
        bar.firstSequence = Long.MAX_VALUE;
        bar.lastTradeNanos = Long.MIN_VALUE;
        bar.lastSequence = Long.MIN_VALUE;
        bar.highUnits = Long.MIN_VALUE;
        bar.lowUnits = Long.MAX_VALUE;
        bar.nextNanos = Long.MAX_VALUE;
        return bar;
    }

    /**
     * Price × quantity, counts of 1e-8.
     *
     * @throws ArithmeticException if it does not fit
     */
    static long notional(long priceUnits, long quantityUnits) {
        return new Price(priceUnits).times(new Quantity(quantityUnits)).units();
    }

    /** Adds a trade but for its side. */
    static void add(PartialBar bar, UnsettledTrade trade, long notionalUnits) {
        first(bar, trade.eventTimeNanos, trade.sequence, trade.priceUnits);
        last(bar, trade.eventTimeNanos, trade.sequence, trade.priceUnits);
        bar.highUnits = Math.max(bar.highUnits, trade.priceUnits);
        bar.lowUnits = Math.min(bar.lowUnits, trade.priceUnits);
        bar.volumeUnits = Math.addExact(bar.volumeUnits, trade.quantityUnits);
        bar.notionalUnits = Math.addExact(bar.notionalUnits, notionalUnits);
        bar.tradeCount++;
        bar.quality |= trade.quality;
    }

    /** Adds all of another bar. */
    static void add(PartialBar bar, PartialBar part) {
        bar.quality |= part.quality;
        bar.ownQuality |= part.ownQuality;
        if (part.tradeCount == 0) {
            return;
        }
        first(bar, part.firstTradeNanos, part.firstSequence, part.openUnits);
        last(bar, part.lastTradeNanos, part.lastSequence, part.closeUnits);
        bar.highUnits = Math.max(bar.highUnits, part.highUnits);
        bar.lowUnits = Math.min(bar.lowUnits, part.lowUnits);
        bar.volumeUnits = Math.addExact(bar.volumeUnits, part.volumeUnits);
        bar.notionalUnits = Math.addExact(bar.notionalUnits, part.notionalUnits);
        bar.buyVolumeUnits += part.buyVolumeUnits;
        bar.tradeCount += part.tradeCount;
    }

    /** The same bar without what it is made of. */
    static PartialBar copyOfSums(PartialBar bar) {
        var copy = empty(bar.openTimeNanos);
        add(copy, bar);
        return copy;
    }

    /** Whether nothing that is said of the bars differs. */
    static boolean saySame(PartialBar a, PartialBar b) {
        return a.tradeCount == b.tradeCount
                && a.quality == b.quality
                && (a.tradeCount == 0
                        || (a.openUnits == b.openUnits
                                && a.highUnits == b.highUnits
                                && a.lowUnits == b.lowUnits
                                && a.closeUnits == b.closeUnits
                                && a.volumeUnits == b.volumeUnits
                                && a.notionalUnits == b.notionalUnits
                                && a.buyVolumeUnits == b.buyVolumeUnits
                                && a.lastTradeNanos == b.lastTradeNanos));
    }

    /** A bar that lost its last trade is told by the prices it had, without volume. */
    static void keepPrices(PartialBar bar, PartialBar before) {
        if (bar.tradeCount == 0 && before != null) {
            bar.openUnits = before.openUnits;
            bar.highUnits = before.highUnits;
            bar.lowUnits = before.lowUnits;
            bar.closeUnits = before.closeUnits;
            bar.lastTradeNanos = before.lastTradeNanos;
        }
    }

    /** What is said of a bar. */
    static Bar bar(InstrumentId instrument, PartialBar bar, long intervalNanos) {
        return new Bar(
                instrument,
                bar.openTimeNanos,
                intervalNanos,
                new Price(bar.openUnits),
                new Price(bar.highUnits),
                new Price(bar.lowUnits),
                new Price(bar.closeUnits),
                new Quantity(bar.volumeUnits),
                new Money(bar.notionalUnits),
                new Quantity(bar.buyVolumeUnits),
                bar.tradeCount,
                bar.lastTradeNanos,
                Bar.TIME,
                0,
                bar.revision,
                bar.quality);
    }

    private static void first(PartialBar bar, long timeNanos, long sequence, long priceUnits) {
        if (timeNanos < bar.firstTradeNanos || (timeNanos == bar.firstTradeNanos && sequence < bar.firstSequence)) {
            bar.firstTradeNanos = timeNanos;
            bar.firstSequence = sequence;
            bar.openUnits = priceUnits;
        }
    }

    private static void last(PartialBar bar, long timeNanos, long sequence, long priceUnits) {
        if (timeNanos > bar.lastTradeNanos || (timeNanos == bar.lastTradeNanos && sequence >= bar.lastSequence)) {
            bar.lastTradeNanos = timeNanos;
            bar.lastSequence = sequence;
            bar.closeUnits = priceUnits;
        }
    }
}
