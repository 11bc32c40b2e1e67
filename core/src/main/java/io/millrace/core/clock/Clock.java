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
 * @param quality set of {@link io.millrace.core.market.QualityFlag}s of the data that made the mark
 */
public record Clock(
        InstrumentId instrument, int partition, long timeNanos, Price mark, long markTimeNanos, int quality) {
    /** A clock with a mark of which nothing is doubtful. */
    public Clock(InstrumentId instrument, int partition, long timeNanos, Price mark, long markTimeNanos) {
        this(instrument, partition, timeNanos, mark, markTimeNanos, 0);
    }

    public static Clock of(InstrumentId instrument, long timeNanos) {
        return new Clock(instrument, 0, timeNanos, null, 0);
    }
}
