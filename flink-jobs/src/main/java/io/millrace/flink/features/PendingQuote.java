package io.millrace.flink.features;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/** A quote that waits for its place among the trades; prices and quantities are counts of 1e-8. */
public final class PendingQuote {
    public long eventTimeNanos;
    public long sequence;
    public long bidUnits;
    public long bidQuantityUnits;
    public long askUnits;
    public long askQuantityUnits;

    public PendingQuote() {}

    static PendingQuote of(Quote quote) {
        var pending = new PendingQuote();
        pending.eventTimeNanos = quote.eventTimeNanos();
        pending.sequence = quote.sequence();
        pending.bidUnits = quote.bidPrice().units();
        pending.bidQuantityUnits = quote.bidQuantity().units();
        pending.askUnits = quote.askPrice().units();
        pending.askQuantityUnits = quote.askQuantity().units();
        return pending;
    }

    Quote quote(InstrumentId instrument) {
        return new Quote(
                instrument,
                eventTimeNanos,
                sequence,
                new Price(bidUnits),
                new Quantity(bidQuantityUnits),
                new Price(askUnits),
                new Quantity(askQuantityUnits));
    }
}
