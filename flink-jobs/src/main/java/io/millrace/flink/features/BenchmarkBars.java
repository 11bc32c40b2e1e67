package io.millrace.flink.features;

import io.millrace.core.money.Price;
import java.util.Arrays;

/**
 * Closes of the benchmark's latest bars of one interval, by open time; public fields so that Flink stores them. At least
 * {@value #KEPT} are kept: an instrument that is further behind may not find its own any more.
 */
public final class BenchmarkBars {
    static final int KEPT = 20_000;

    /** Ascending up to the count. */
    public long[] opensNanos = new long[16];

    public long[] closeUnits = new long[16];
    public int count;
    /** Bars up to this open time were forgotten. */
    public long forgottenNanos = Long.MIN_VALUE;

    public BenchmarkBars() {}

    /** Bars come in the order of their open times. */
    void add(long openNanos, Price close) {
        if (count == opensNanos.length) {
            int dropped = count >= 2 * KEPT ? count - KEPT : 0;
            forgottenNanos = dropped > 0 ? opensNanos[dropped - 1] : forgottenNanos;
            int length = dropped > 0 ? opensNanos.length : 2 * count;
            opensNanos = Arrays.copyOf(Arrays.copyOfRange(opensNanos, dropped, count), length);
            closeUnits = Arrays.copyOf(Arrays.copyOfRange(closeUnits, dropped, count), length);
            count -= dropped;
        }
        opensNanos[count] = openNanos;
        closeUnits[count] = close.units();
        count++;
    }

    /** Whether a bar that opened then, if there was one, is no longer kept. */
    boolean isForgotten(long openNanos) {
        return openNanos <= forgottenNanos;
    }

    /** The close of the bar that opened then, null if there is none. */
    Price close(long openNanos) {
        int index = Arrays.binarySearch(opensNanos, 0, count, openNanos);
        return index < 0 ? null : new Price(closeUnits[index]);
    }
}
