package io.millrace.core.indicator;

import io.millrace.core.market.Bar;

/**
 * A bar as the {@code double}s that indicators compute with.
 *
 * @param open price, in units of the quote currency
 * @param high price, in units of the quote currency
 * @param low price, in units of the quote currency
 * @param close price, in units of the quote currency
 * @param volume in units of the instrument
 * @param buyVolume the part of the volume that buyers took, in units of the instrument
 * @param notional Σ price × quantity, in units of the quote currency
 * @param openTimeNanos event time of the bar's open, nanoseconds since the epoch, UTC
 * @param endTimeNanos the first instant that is no longer part of the bar
 */
public record BarValues(
        double open,
        double high,
        double low,
        double close,
        double volume,
        double buyVolume,
        double notional,
        long openTimeNanos,
        long endTimeNanos) {

    /** The nearest doubles to the bar's exact values. */
    public static BarValues of(Bar bar) {
        return new BarValues(
                bar.open().toDouble(),
                bar.high().toDouble(),
                bar.low().toDouble(),
                bar.close().toDouble(),
                bar.volume().toDouble(),
                bar.buyVolume().toDouble(),
                bar.notional().toDouble(),
                bar.openTimeNanos(),
                bar.endTimeNanos());
    }
}
