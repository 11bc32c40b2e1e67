package io.millrace.core.indicator;

/**
 * Wilder's smoothing: a ← (a × (n − 1) + x) / n, seeded with the mean of the first n samples.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978).
 */
public final class WilderAverage extends Remembering {
    private final int period;

    /** Number of samples seen, counted up to the period only. */
    private int seen;

    /** While it warms up the sum of the samples, then the average. */
    private double average;

    public WilderAverage(int period) {
        if (period < 1 || period > IndicatorKind.MAX_PERIOD) {
            throw new IllegalArgumentException(
                    "a period must be 1 to " + IndicatorKind.MAX_PERIOD + " bars, was " + period);
        }
        this.period = period;
    }

    public void add(double sample) {
        if (seen == period) {
            average = (average * (period - 1) + sample) / period;
            return;
        }
        average += sample;
        if (++seen == period) {
            average /= period;
        }
    }

    /** The average; it means something only if {@link #isReady()}. */
    public double value() {
        return average;
    }

    public boolean isReady() {
        return seen == period;
    }

    @Override
    public String name() {
        return "wilder(" + period + ")";
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        average = memory.carry(average);
    }
}
