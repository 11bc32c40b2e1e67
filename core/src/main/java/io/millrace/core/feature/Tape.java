package io.millrace.core.feature;

import io.millrace.core.market.Quote;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link FeatureEngine} remembers of one instrument between its bars; prices and quantities are counts of 1e-8.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field, and so that a trade
 * costs additions and no copy.
 */
public final class Tape {
    /** The best bid and ask as they are now. */
    public static final class LastQuote {
        public long bidUnits;
        public long bidQuantityUnits;
        public long askUnits;
        public long askQuantityUnits;
        public long timeNanos;

        public LastQuote() {}

        boolean isKnown() {
            return bidUnits > 0;
        }

        void set(Quote quote) {
            bidUnits = quote.bidPrice().units();
            bidQuantityUnits = quote.bidQuantity().units();
            askUnits = quote.askPrice().units();
            askQuantityUnits = quote.askQuantity().units();
            timeNanos = quote.eventTimeNanos();
        }

        /** (ask − bid) / mid. */
        double relativeSpread() {
            return (askUnits - bidUnits) / midUnits();
        }

        double midUnits() {
            return bidUnits + (askUnits - bidUnits) / 2.0;
        }
    }

    public LastQuote quote = new LastQuote();

    /** Price of the last trade that came in order, 0 before the first. */
    public long priceUnits;

    /** Relative change to that price from the one before. */
    public double change;

    /** Event time of that trade. */
    public long tradeNanos;

    /** One for each series of bars. */
    public List<BarFlow> flows = new ArrayList<>();

    public Tape() {}
}
