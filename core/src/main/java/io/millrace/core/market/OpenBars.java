package io.millrace.core.market;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link BarBuilder} remembers of one instrument: its clock, the bars that are not closed yet and the trades whose
 * side cannot be inferred yet. Prices, quantities and amounts are counts of 1e-8.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field.
 */
public final class OpenBars {
    /** The instrument's text; null before its first trade. */
    public String instrument;

    /** The latest event time seen in trades and clocks. */
    public long clockNanos = Long.MIN_VALUE;

    /** By open time. */
    public List<PartialBar> bars = new ArrayList<>();

    /** Trades that an earlier one may still precede; by event time, then sequence. */
    public List<UnsettledTrade> unsettled = new ArrayList<>();

    /** Price of the last settled trade, 0 before the first: prices are above zero. */
    public long tickPriceUnits;

    /** Direction of the last price change between settled trades: +1, −1, or 0 before the first. */
    public long tickDirection;

    public OpenBars() {}

    /** A bar that may still change; its open and close are the trades first and last by (event time, sequence). */
    public static final class PartialBar {
        public long openTimeNanos;
        public long firstTradeNanos;
        public long firstSequence;
        public long lastTradeNanos;
        public long lastSequence;
        public long openUnits;
        public long highUnits;
        public long lowUnits;
        public long closeUnits;
        public long volumeUnits;
        public long notionalUnits;
        public long buyVolumeUnits;
        public long tradeCount;

        public PartialBar() {}
    }

    /** A trade that is in its bar already, except for the side that took it. */
    public static final class UnsettledTrade {
        public long eventTimeNanos;
        public long sequence;
        public long priceUnits;
        public long quantityUnits;

        /** +1 buyer, −1 seller, 0 not reported. */
        public long side;

        public UnsettledTrade() {}
    }
}
