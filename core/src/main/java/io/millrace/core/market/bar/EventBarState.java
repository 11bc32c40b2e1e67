package io.millrace.core.market.bar;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * What is remembered of one instrument's bars of one type. Prices, quantities and amounts are counts of 1e-8.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field. All of it begins as
 * zero.
 */
public final class EventBarState {
    /** How many bars have closed. */
    public long closed;

    public OpenBar bar = new OpenBar();
    public Flow flow = new Flow();
    public Bricks bricks = new Bricks();

    public EventBarState() {}

    /** The bar that is not closed yet. */
    public static final class OpenBar {
        /** False before its first trade. */
        public boolean started;

        public long firstTradeNanos;
        public long lastTradeNanos;
        public long openUnits;
        public long highUnits;
        public long lowUnits;
        public long closeUnits;
        public long volumeUnits;
        public long notionalUnits;
        public long buyVolumeUnits;
        public long tradeCount;
        /** Set of {@link io.millrace.core.market.QualityFlag}s of its trades. */
        public int quality;

        public OpenBar() {}

        /** Whether its sums with the trade's are still counts of 1e-8. */
        boolean fits(SettledTrade trade) {
            return volumeUnits <= Long.MAX_VALUE - trade.quantityUnits()
                    && notionalUnits <= Long.MAX_VALUE - notionalOf(trade);
        }

        void take(SettledTrade trade) {
            long price = trade.priceUnits();
            if (!started) {
                begin(price, trade.eventTimeNanos());
            }
            firstTradeNanos = Math.min(firstTradeNanos, trade.eventTimeNanos());
            lastTradeNanos = Math.max(lastTradeNanos, trade.eventTimeNanos());
            highUnits = Math.max(highUnits, price);
            lowUnits = Math.min(lowUnits, price);
            closeUnits = price;
            volumeUnits += trade.quantityUnits();
            notionalUnits += notionalOf(trade);
            buyVolumeUnits += boughtOf(trade);
            tradeCount++;
            quality |= trade.quality();
        }

        /** Opens it at a price, without a trade. */
        void begin(long price, long timeNanos) {
            started = true;
            firstTradeNanos = timeNanos;
            lastTradeNanos = timeNanos;
            openUnits = price;
            highUnits = price;
            lowUnits = price;
            closeUnits = price;
        }

        /** As in bars of time: half of a trade whose side nobody knows was bought. */
        private static long boughtOf(SettledTrade trade) {
            return trade.side() > 0 ? trade.quantityUnits() : trade.side() < 0 ? 0 : trade.quantityUnits() / 2;
        }
    }

    /** What imbalance and runs bars sum up within a bar, and what they expect of the next. */
    public static final class Flow {
        /** Σ side × measure of the open bar's trades. */
        public long signed;

        public long buyCount;
        public long sellCount;

        /** Σ measure of the trades that buyers took. */
        public long buyFlow;

        public long sellFlow;

        /** Expected number of trades in a bar; 0 until the first bar has closed. */
        public double expectedTrades;

        /** Moving mean of side × measure, trade by trade. */
        public double meanSigned;

        /** Moving share of the trades that buyers took. */
        public double buyShare;

        /** Moving mean of the measure of a trade that a buyer took. */
        public double meanBuy;

        public double meanSell;

        /** What closes the open bar; the expectation when the one before it closed. */
        public double threshold;

        public Flow() {}
    }

    /** Where Renko stands. */
    public static final class Bricks {
        /** Close of the last brick, or where the first begins; 0 before the first trade. */
        public long levelUnits;

        /** Of the last brick: +1 up, −1 down; 0 before the first. */
        public int direction;

        public Bricks() {}
    }

    static long notionalOf(SettledTrade trade) {
        return new Price(trade.priceUnits())
                .times(new Quantity(trade.quantityUnits()))
                .units();
    }

    /** The open bar as it stands; the next one has seen nothing. */
    Bar close(InstrumentId instrument, String type) {
        closed++;
        var done = new Bar(
                instrument,
                bar.firstTradeNanos,
                0,
                new Price(bar.openUnits),
                new Price(bar.highUnits),
                new Price(bar.lowUnits),
                new Price(bar.closeUnits),
                new Quantity(bar.volumeUnits),
                new Money(bar.notionalUnits),
                new Quantity(bar.buyVolumeUnits),
                bar.tradeCount,
                bar.lastTradeNanos,
                type,
                closed,
                0,
                bar.quality);
        bar = new OpenBar();
        flow.signed = 0;
        flow.buyCount = 0;
        flow.sellCount = 0;
        flow.buyFlow = 0;
        flow.sellFlow = 0;
        return done;
    }
}
