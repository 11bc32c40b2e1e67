package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;

/**
 * "All my output on this instrument up to and including event time t is out."
 *
 * @param partition the number of the sending stage's task where a stage has several that speak of one instrument (risk:
 *     its accounts are spread), else 0
 * @param mark the instrument's latest price at that time, null before the first trade and from stages that do not
 *     know it
 * @param markTimeNanos event time of the trade that made the mark, 0 without one
 */
public record Clock(InstrumentId instrument, int partition, long timeNanos, Price mark, long markTimeNanos) {
    public static Clock of(InstrumentId instrument, long timeNanos) {
        return new Clock(instrument, 0, timeNanos, null, 0);
    }
}
