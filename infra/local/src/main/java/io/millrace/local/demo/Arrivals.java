package io.millrace.local.demo;

import java.util.Arrays;
import java.util.OptionalLong;

/** When the broker got each trade of one instrument, found by the event time that the trade brought the market to. */
final class Arrivals {
    private long[] eventNanos = new long[1024];
    private long[] appendedMillis = new long[1024];
    private int size;

    /** Trades come in the broker's order. */
    void add(long timeNanos, long millis) {
        if (size == eventNanos.length) {
            eventNanos = Arrays.copyOf(eventNanos, size * 2);
            appendedMillis = Arrays.copyOf(appendedMillis, size * 2);
        }
        eventNanos[size] = size == 0 ? timeNanos : Math.max(eventNanos[size - 1], timeNanos);
        appendedMillis[size] = millis;
        size++;
    }

    /** When the first trade arrived that brought the market to that event time or beyond. */
    OptionalLong firstAt(long timeNanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (eventNanos[middle] < timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == size ? OptionalLong.empty() : OptionalLong.of(appendedMillis[low]);
    }
}
