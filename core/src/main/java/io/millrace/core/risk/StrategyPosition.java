package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Quantity;

/** What one strategy's fills add up to on an instrument, negative if it sold more than it bought. */
public record StrategyPosition(String strategyId, InstrumentId instrument, Quantity quantity) {}
