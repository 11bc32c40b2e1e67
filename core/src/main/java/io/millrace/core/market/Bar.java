package io.millrace.core.market;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * The trades of one interval, named by its open time: it covers [open, open + interval).
 *
 * @param notional Σ price × quantity
 * @param buyVolume the part of the volume that buyers took (the reported side, else the tick rule of Lee and Ready,
 *     1991)
 * @param tradeCount number of trades with a quantity above zero
 * @param lastTradeNanos event time of the latest trade in it
 */
public record Bar(
        InstrumentId instrument,
        long openTimeNanos,
        long intervalNanos,
        Price open,
        Price high,
        Price low,
        Price close,
        Quantity volume,
        Money notional,
        Quantity buyVolume,
        long tradeCount,
        long lastTradeNanos) {
    /** The first instant that is no longer part of the bar. */
    public long endTimeNanos() {
        return openTimeNanos + intervalNanos;
    }
}
