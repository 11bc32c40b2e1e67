package io.millrace.core.market.bar;

import io.millrace.core.market.Bar;
import io.millrace.core.market.bar.Windows.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link BarResampler} remembers of one instrument. Prices, quantities and amounts are counts of 1e-8.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field.
 */
public final class ResampledBars {
    /** How many larger bars were begun. */
    public long begun;

    /** Whether a larger bar, or the time of one, was closed. */
    public boolean horizonKnown;

    /** No smaller bar that ends at or before this is waited for. */
    public long horizonNanos;

    /** By open time: the larger bars that are not closed, and those that may be restated. */
    public List<LargerBar> bars = new ArrayList<>();

    public ResampledBars() {}

    /** A larger bar and what it is made of. */
    public static final class LargerBar {
        public long openNanos;
        public long closeNanos;
        public long ordinal;
        public int revision;
        public boolean closed;

        /** By open time. */
        public List<Part> parts = new ArrayList<>();

        public LargerBar() {}

        static LargerBar of(Window window, long ordinal) {
            var bar = new LargerBar();
            bar.openNanos = window.openNanos();
            bar.closeNanos = window.closeNanos();
            bar.ordinal = ordinal;
            return bar;
        }

        /** The sum of its parts; without trades if they have none. */
        Part sum() {
            var sum = new Part();
            parts.forEach(sum::join);
            return sum;
        }

        void put(Part part) {
            int index = parts.size();
            while (index > 0 && parts.get(index - 1).openNanos > part.openNanos) {
                index--;
            }
            parts.add(index, part);
        }

        /** Whether a bar is in a part that was joined when restatements were not asked for: it cannot be taken out. */
        boolean hasJoined(Bar bar) {
            return parts.stream()
                    .anyMatch(part -> part.coveredNanos > bar.intervalNanos()
                            && part.openNanos <= bar.openTimeNanos()
                            && part.lastTradeNanos >= bar.openTimeNanos());
        }

        Part remove(long openNanos) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (parts.get(i).openNanos == openNanos) {
                    return parts.remove(i);
                }
            }
            return null;
        }
    }

    /** A smaller bar, or several that can no longer be told apart. */
    public static final class Part {
        public long openNanos;

        /** The length of what it covers. */
        public long coveredNanos;

        public long openUnits;
        public long highUnits;
        public long lowUnits;
        public long closeUnits;
        public long volumeUnits;
        public long notionalUnits;
        public long buyVolumeUnits;
        public long tradeCount;
        public long lastTradeNanos;
        public int quality;

        public Part() {}

        static Part of(Bar bar) {
            var part = new Part();
            part.openNanos = bar.openTimeNanos();
            part.coveredNanos = bar.intervalNanos();
            part.openUnits = bar.open().units();
            part.highUnits = bar.high().units();
            part.lowUnits = bar.low().units();
            part.closeUnits = bar.close().units();
            part.volumeUnits = bar.volume().units();
            part.notionalUnits = bar.notional().units();
            part.buyVolumeUnits = bar.buyVolume().units();
            part.tradeCount = bar.tradeCount();
            part.lastTradeNanos = bar.lastTradeNanos();
            part.quality = bar.quality();
            return part;
        }

        /** Whether the sums of both are counts of 1e-8. */
        boolean fits(Part other) {
            return volumeUnits <= Long.MAX_VALUE - other.volumeUnits
                    && notionalUnits <= Long.MAX_VALUE - other.notionalUnits;
        }

        /** Adds one that is later. */
        void join(Part later) {
            quality |= later.quality;
            coveredNanos += later.coveredNanos;
            if (later.tradeCount == 0) {
                return;
            }
            boolean first = tradeCount == 0;
            openNanos = first ? later.openNanos : openNanos;
            openUnits = first ? later.openUnits : openUnits;
            highUnits = first ? later.highUnits : Math.max(highUnits, later.highUnits);
            lowUnits = first ? later.lowUnits : Math.min(lowUnits, later.lowUnits);
            closeUnits = later.closeUnits;
            volumeUnits += later.volumeUnits;
            notionalUnits += later.notionalUnits;
            buyVolumeUnits += later.buyVolumeUnits;
            tradeCount += later.tradeCount;
            lastTradeNanos = later.lastTradeNanos;
        }

        /** What lost its last trade is told by the prices it had, without volume. */
        void keepPrices(Part before) {
            if (tradeCount == 0) {
                openUnits = before.openUnits;
                highUnits = before.highUnits;
                lowUnits = before.lowUnits;
                closeUnits = before.closeUnits;
                lastTradeNanos = before.lastTradeNanos;
            }
        }

        boolean saysSame(Part other) {
            return openUnits == other.openUnits
                    && highUnits == other.highUnits
                    && lowUnits == other.lowUnits
                    && closeUnits == other.closeUnits
                    && volumeUnits == other.volumeUnits
                    && notionalUnits == other.notionalUnits
                    && buyVolumeUnits == other.buyVolumeUnits
                    && tradeCount == other.tradeCount
                    && lastTradeNanos == other.lastTradeNanos
                    && quality == other.quality;
        }
    }
}
