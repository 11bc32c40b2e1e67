package io.millrace.core.market;

/** Who hears of what is doubtful. */
public interface Findings {
    /**
     * Something is doubtful.
     *
     * @param timeNanos event time of the trade, quote or clock that showed it
     * @param sequence of that trade or quote, 0 for a clock
     * @param actual what was measured; times in seconds
     * @param limit what it is measured against
     */
    void found(QualityFlag flag, long timeNanos, long sequence, double actual, double limit);

    /** A time as it is told. */
    static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
