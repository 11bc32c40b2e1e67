package io.millrace.core.market;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * A trade that a venue reported.
 *
 * @param eventTimeNanos the venue's time, nanoseconds since the epoch, UTC
 * @param sequence the source's own number, growing by one per trade of the instrument: with the instrument, the
 *     trade's identity
 * @param quantity zero where the venue rounded the amount away: such a trade is passed on, but neither bars nor fills
 *     use it
 */
public record Trade(
        InstrumentId instrument,
        long eventTimeNanos,
        long sequence,
        Price price,
        Quantity quantity,
        AggressorSide aggressor) {}
