package io.millrace.core.execution;

import io.millrace.core.market.Trade;

/**
 * A trade that waits to be matched.
 *
 * @param timeNanos the event time it counts at, never before that of an earlier trade
 */
public record MarketEvent(long timeNanos, Trade trade) {}
