package io.millrace.connectors.marketdata;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * A trade as a file tells it.
 *
 * @param symbol the file's own symbol, empty in a format without one
 */
record SourceTrade(String symbol, long eventTimeNanos, Price price, Quantity quantity, AggressorSide aggressor) {}
