package io.millrace.core.market.calendar;

import java.time.LocalDate;

/**
 * One stretch of trading that belongs to one trading day.
 *
 * @param openNanos the first instant of it
 * @param closeNanos the first instant that is no longer part of it
 * @param date the trading day, in the market's time zone; that of a session that opens in the evening is the next day's
 */
public record Session(long openNanos, long closeNanos, LocalDate date) {
    public Session {
        if (closeNanos <= openNanos) {
            throw new IllegalArgumentException(
                    "a session closes after it opens, was " + openNanos + " to " + closeNanos);
        }
    }

    public boolean contains(long nanos) {
        return openNanos <= nanos && nanos < closeNanos;
    }
}
