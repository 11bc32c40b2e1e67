package io.millrace.core.market;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/** The best bid and ask that a venue reported; fields as in {@link Trade}. */
public record Quote(
        InstrumentId instrument,
        long eventTimeNanos,
        long sequence,
        Price bidPrice,
        Quantity bidQuantity,
        Price askPrice,
        Quantity askQuantity) {}
