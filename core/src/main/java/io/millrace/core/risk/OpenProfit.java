package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;

/** What a position has realised since it was opened, less fees. */
public record OpenProfit(InstrumentId instrument, Money profit) {}
