package io.millrace.core.market;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * A trade that a venue reported, or took back or corrected later.
 *
 * @param eventTimeNanos the venue's time, nanoseconds since the epoch, UTC; of a bust or correction, the time at which
 *     it was announced
 * @param sequence the source's own number, growing by one per trade of the instrument: with the instrument, the
 *     trade's identity
 * @param price above zero; of a bust, which needs none, also zero
 * @param quantity zero where the venue rounded the amount away: such a trade is passed on, but neither bars nor fills
 *     use it
 * @param action whether it happened, never happened or happened otherwise
 * @param refersTo sequence of the trade that a bust or correction is about, 0 for a new trade
 */
public record Trade(
        InstrumentId instrument,
        long eventTimeNanos,
        long sequence,
        Price price,
        Quantity quantity,
        AggressorSide aggressor,
        TradeAction action,
        long refersTo) {
    /** A trade that happened. */
    public Trade(
            InstrumentId instrument,
            long eventTimeNanos,
            long sequence,
            Price price,
            Quantity quantity,
            AggressorSide aggressor) {
        this(instrument, eventTimeNanos, sequence, price, quantity, aggressor, TradeAction.NEW, 0);
    }
}
