package io.millrace.core.risk;

import java.time.Duration;
import java.util.Arrays;

/**
 * How often something happened within the last {@link #WINDOW} of event time. Immutable, and small however often it
 * happens: when there are many times, those within one second count together at the last of them, so that a rate that is
 * near its limit is never taken for lower than it is, and for higher by what fell into one second at most.
 */
public final class Pace {
    /** How far back it looks. */
    public static final Duration WINDOW = Duration.ofSeconds(60);

    public static final Pace NONE = new Pace(new long[0], new int[0]);

    private static final long WINDOW_NANOS = WINDOW.toNanos();
    private static final long SECOND = 1_000_000_000L;
    /** Beyond this many, times within one second become one. */
    private static final int EXACT = 128;

    private final long[] nanos;
    private final int[] counts;

    private Pace(long[] nanos, int[] counts) {
        this.nanos = nanos;
        this.counts = counts;
    }

    /** Times in ascending order, and how often at each. */
    public static Pace of(long[] nanos, int[] counts) {
        if (nanos.length != counts.length) {
            throw new IllegalArgumentException(nanos.length + " times with " + counts.length + " counts");
        }
        return nanos.length == 0 ? NONE : new Pace(nanos.clone(), counts.clone());
    }

    /** How often within the window that ends at a time. */
    int within(long now) {
        int count = 0;
        for (int i = nanos.length - 1; i >= 0 && nanos[i] > now - WINDOW_NANOS; i--) {
            count += counts[i];
        }
        return count;
    }

    /** After it happened once more; what is out of the window is forgotten. */
    Pace and(long now) {
        int from = 0;
        while (from < nanos.length && nanos[from] <= now - WINDOW_NANOS) {
            from++;
        }
        int at = nanos.length;
        while (at > from && nanos[at - 1] > now) {
            at--;
        }
        int size = nanos.length - from + 1;
        var times = new long[size];
        var numbers = new int[size];
        System.arraycopy(nanos, from, times, 0, at - from);
        System.arraycopy(counts, from, numbers, 0, at - from);
        times[at - from] = now;
        numbers[at - from] = 1;
        System.arraycopy(nanos, at, times, at - from + 1, nanos.length - at);
        System.arraycopy(counts, at, numbers, at - from + 1, nanos.length - at);
        return size > EXACT ? bySecond(times, numbers) : new Pace(times, numbers);
    }

    private static Pace bySecond(long[] times, int[] numbers) {
        int last = 0;
        for (int i = 1; i < times.length; i++) {
            if (Math.floorDiv(times[i], SECOND) == Math.floorDiv(times[last], SECOND)) {
                numbers[last] += numbers[i];
            } else {
                last++;
                numbers[last] = numbers[i];
            }
            times[last] = times[i];
        }
        return new Pace(Arrays.copyOf(times, last + 1), Arrays.copyOf(numbers, last + 1));
    }

    /** When it happened, ascending. */
    public long[] nanos() {
        return nanos.clone();
    }

    /** How often at each of the times. */
    public int[] counts() {
        return counts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pace that && Arrays.equals(nanos, that.nanos) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nanos) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(nanos) + " × " + Arrays.toString(counts);
    }
}
