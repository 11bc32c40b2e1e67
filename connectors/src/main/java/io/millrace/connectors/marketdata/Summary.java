package io.millrace.connectors.marketdata;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a replay did; the last line a replay prints, as JSON.
 *
 * <p>{@code linesRead = accepted + refused + otherInstruments}, and {@code accepted = published + alreadyPublished}.
 */
@JsonPropertyOrder({
    "linesRead",
    "accepted",
    "published",
    "alreadyPublished",
    "refused",
    "otherInstruments",
    "firstEventNanos",
    "lastEventNanos",
    "endClockNanos",
    "seconds"
})
final class Summary {
    private long linesRead;
    private long published;
    private long alreadyPublished;
    private long otherInstruments;
    private final TreeMap<RefusalCode, Long> refused = new TreeMap<>();
    private long firstEventNanos = Long.MAX_VALUE;
    private long lastEventNanos = Long.MIN_VALUE;
    private Long endClockNanos;
    private double seconds;

    void line() {
        linesRead++;
    }

    void accepted(long eventTimeNanos, boolean isNew) {
        firstEventNanos = Math.min(firstEventNanos, eventTimeNanos);
        lastEventNanos = Math.max(lastEventNanos, eventTimeNanos);
        if (isNew) {
            published++;
        } else {
            alreadyPublished++;
        }
    }

    void refused(RefusalCode code) {
        refused.merge(code, 1L, Long::sum);
    }

    void otherInstrument() {
        otherInstruments++;
    }

    void ended(Long clockNanos, double afterSeconds) {
        endClockNanos = clockNanos;
        seconds = afterSeconds;
    }

    /** Data lines, without headers and blank lines. */
    public long getLinesRead() {
        return linesRead;
    }

    /** Trades of the instruments asked for. */
    public long getAccepted() {
        return published + alreadyPublished;
    }

    /** Trades published by this run. */
    public long getPublished() {
        return published;
    }

    /** Trades that an earlier run had published. */
    public long getAlreadyPublished() {
        return alreadyPublished;
    }

    /** Refused lines by code. */
    public SortedMap<RefusalCode, Long> getRefused() {
        return refused;
    }

    /** Trades of instruments that were not asked for. */
    public long getOtherInstruments() {
        return otherInstruments;
    }

    /** Earliest event time accepted, null without a trade. */
    public Long getFirstEventNanos() {
        return getAccepted() == 0 ? null : firstEventNanos;
    }

    /** Latest event time accepted, null without a trade. */
    public Long getLastEventNanos() {
        return getAccepted() == 0 ? null : lastEventNanos;
    }

    /** Event time of the clock that ended the replay, null if none was sent. */
    public Long getEndClockNanos() {
        return endClockNanos;
    }

    /** Wall time of the replay. */
    public double getSeconds() {
        return seconds;
    }
}
