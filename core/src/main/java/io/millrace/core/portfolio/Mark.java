package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;

/**
 * The price at which a portfolio values an instrument.
 *
 * @param knownNanos event time from which on it was known to the portfolio
 */
public record Mark(InstrumentId instrument, Price price, long knownNanos) {}
