package io.millrace.core.quality;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;

/**
 * What was found of one kind within one bar of the smallest interval.
 *
 * @param eventTimeNanos event time of what showed it first
 * @param sequence of the trade or quote that showed it first, 0 for a clock
 * @param count how often it was found
 * @param actual the worst that was measured: GAP numbers left out, DUPLICATE numbers behind the latest, OUT_OF_ORDER and
 *     LATE seconds behind the clock, STALE seconds of silence, CROSSED bid − ask in the quote currency, OUTLIER modified
 *     z-score, FUTURE seconds ahead of the clock, ZERO_SIZE 0
 * @param limit what it is measured against, in the same unit
 */
public record QualityEvent(
        InstrumentId instrument,
        long eventTimeNanos,
        QualityFlag flag,
        long sequence,
        long count,
        double actual,
        double limit) {
    /** For people: code, actual, limit. */
    public String message() {
        return "%s actual=%s limit=%s, found %d×".formatted(flag, actual, limit, count);
    }
}
