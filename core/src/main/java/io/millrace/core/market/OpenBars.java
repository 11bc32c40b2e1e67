package io.millrace.core.market;

import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one instrument's bars of one interval. Of the smallest interval: the clock, the bars that are not
 * closed yet, the trades whose place in the order is not known yet, and what the judgement of the next trade needs. Of a
 * larger one: the bars that are not closed yet, made of the closed bars of the smallest. Prices, quantities and amounts
 * are counts of 1e-8.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field. A field that was added
 * later is zero, empty or null in what an earlier release stored.
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

    /** Number of closed bars that may still be restated: a chain by open time in the {@link Retention}. */
    public int retained;

    /** Open time of the first and the last bar of that chain, if there is any. */
    public long firstRetainedNanos;

    public long lastRetainedNanos;

    /** What outliers are measured by. */
    public OutlierReference outliers = new OutlierReference();

    /** Event time of the latest settled trade, if {@link #tickPriceUnits} is not zero. */
    public long settledNanos;

    /** Whether it was told that nothing comes any more. */
    public boolean silenceTold;

    /** Largest volume or notional of the open bars of the larger intervals. */
    public long largestSumUnits;

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

        /** All flags of the bar. */
        public int quality;

        /** Those flags that belong to the bar whichever trades it loses. */
        public int ownQuality;

        /** How often it was said again since it was closed. */
        public int revision;

        /** Of the smallest interval, the tick rule's memory before the first settled trade. */
        public long tickPriceUnits;

        public long tickDirection;

        /** Of the smallest interval, its settled trades: full blocks in the {@link Retention}, then this one. */
        public int tradeBlocks;

        public long[] trades;
        public int tradesUsed;

        /** Range of the sequences of its settled trades. */
        public long minSequence;

        public long maxSequence;

        /** Of a larger interval: what cannot be restated any more is in the {@link Retention}. */
        public boolean based;

        /** Open time of the next bar in the chain of closed bars, {@link Long#MAX_VALUE} for the last. */
        public long nextNanos;

        public PartialBar() {}
    }

    /** A trade that is in its bar already, except for the side that took it and what its neighbours say of it. */
    public static final class UnsettledTrade {
        public long eventTimeNanos;
        public long sequence;
        public long priceUnits;
        public long quantityUnits;

        /** +1 buyer, −1 seller, 0 not reported. */
        public long side;

        /** What was seen on arrival. */
        public int quality;

        public UnsettledTrade() {}
    }
}
