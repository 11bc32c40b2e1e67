package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;

/**
 * A position came back to zero.
 *
 * @param nanos event time of the fill that closed it
 * @param profit what it earned since it was opened, less fees; negative if it lost
 */
public record Exit(InstrumentId instrument, long nanos, Money profit) {}
