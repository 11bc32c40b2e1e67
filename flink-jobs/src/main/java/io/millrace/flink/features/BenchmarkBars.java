package io.millrace.flink.features;

import io.millrace.core.money.Price;
import java.util.Arrays;

/**
 * Closes of the benchmark's latest bars of one interval, by open time; public fields so that Flink stores them. An
 * instrument that is more than {@value #KEPT} bars behind the benchmark no longer finds its own.
 */
public final class BenchmarkBars {
    static final int KEPT = 20_000;

    /** Ascending up to the count. */
    public long[] opensNanos = new long[16];

    public long[] closeUnits = new long[16];
    public int count;

    public BenchmarkBars() {}

    /** Bars come in the order of their open times. */
    void add(long openNanos, Price close) {
        if (count == opensNanos.length) {
            int dropped = count >= 2 * KEPT ? count - KEPT : 0;
            int length = dropped > 0 ? opensNanos.length : 2 * count;
            opensNanos = Arrays.copyOf(Arrays.copyOfRange(opensNanos, dropped, count), length);
            closeUnits = Arrays.copyOf(Arrays.copyOfRange(closeUnits, dropped, count), length);
            count -= dropped;
        }
        opensNanos[count] = openNanos;
        closeUnits[count] = close.units();
        count++;
    }

    /** The close of the bar that opened then, null if there is none. */
    Price close(long openNanos) {
        int index = Arrays.binarySearch(opensNanos, 0, count, openNanos);
        return index < 0 ? null : new Price(closeUnits[index]);
    }
}
