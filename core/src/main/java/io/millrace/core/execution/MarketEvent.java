package io.millrace.core.execution;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;

/** Something of the market that waits to be matched. */
public sealed interface MarketEvent {
    /** The event time it counts at, never before that of an earlier one of its kind. */
    long timeNanos();

    InstrumentId instrument();

    /** What reports name it by: the source's number; of a bar its open time. */
    long sequence();

    /** The same, counting at another time. */
    MarketEvent at(long nanos);

    /** Somebody traded. */
    record Traded(long timeNanos, Trade trade) implements MarketEvent {
        @Override
        public InstrumentId instrument() {
            return trade.instrument();
        }

        @Override
        public long sequence() {
            return trade.sequence();
        }

        @Override
        public MarketEvent at(long nanos) {
            return new Traded(nanos, trade);
        }
    }

    /** The best bid and ask changed. */
    record Quoted(long timeNanos, Quote quote) implements MarketEvent {
        @Override
        public InstrumentId instrument() {
            return quote.instrument();
        }

        @Override
        public long sequence() {
            return quote.sequence();
        }

        @Override
        public MarketEvent at(long nanos) {
            return new Quoted(nanos, quote);
        }
    }

    /** A bar's first price, at its open. */
    record BarOpened(long timeNanos, Bar bar) implements MarketEvent {
        @Override
        public InstrumentId instrument() {
            return bar.instrument();
        }

        @Override
        public long sequence() {
            return bar.openTimeNanos();
        }

        @Override
        public MarketEvent at(long nanos) {
            return new BarOpened(nanos, bar);
        }
    }

    /**
     * All prices of a bar, at its last instant: when they came within it nobody knows. Only orders that were there at its
     * open see them.
     */
    record BarRanged(long timeNanos, Bar bar) implements MarketEvent {
        @Override
        public InstrumentId instrument() {
            return bar.instrument();
        }

        @Override
        public long sequence() {
            return bar.openTimeNanos();
        }

        @Override
        public MarketEvent at(long nanos) {
            return new BarRanged(nanos, bar);
        }
    }
}
