package io.millrace.local.demo;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Times from the trade that closed a bar to the decision on the intents that followed, both as the broker stamped them.
 *
 * @param p50 median, milliseconds; 0 without any
 * @param p99 99th percentile, milliseconds
 */
record Latencies(long p50, long p99) {
    static Latencies of(Harvest harvest) {
        var millis = harvest.trading().decisions().stream()
                .flatMapToLong(one -> {
                    var intent = one.decision().intent();
                    var arrival = harvest.market().arrivalOf(intent.instrument(), intent.eventTimeNanos());
                    return arrival.isEmpty() ? LongStream.empty() : LongStream.of(one.millis() - arrival.getAsLong());
                })
                .sorted()
                .toArray();
        return new Latencies(percentile(millis, 50), percentile(millis, 99));
    }

    /** Nearest rank. */
    static long percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Arrays.stream(sorted).skip(Math.max(0, rank - 1)).findFirst().orElseThrow();
    }
}
