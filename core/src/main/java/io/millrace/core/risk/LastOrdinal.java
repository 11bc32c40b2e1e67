package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;

/** The highest ordinal taken from one strategy on one instrument. */
public record LastOrdinal(String strategyId, InstrumentId instrument, long ordinal) {}
