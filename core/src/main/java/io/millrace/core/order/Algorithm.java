package io.millrace.core.order;

import java.util.List;

/**
 * Splits an order into child orders over a stretch of event time.
 *
 * @param horizonNanos from the first child to the end of the last slice
 * @param slices number of children, at equal distances in time
 * @param weights of a {@link Kind#VWAP}: the share of the volume expected in each slice, in any unit; empty for a
 *     {@link Kind#TWAP}
 */
public record Algorithm(Kind kind, long horizonNanos, int slices, List<Long> weights) {
    /** Which schedule. */
    public enum Kind {
        /** Time-weighted: equal slices. */
        TWAP,
        /** Volume-weighted: slices in proportion to a volume profile. */
        VWAP
    }

    public Algorithm {
        weights = List.copyOf(weights);
    }

    public static Algorithm twap(long horizonNanos, int slices) {
        return new Algorithm(Kind.TWAP, horizonNanos, slices, List.of());
    }

    public static Algorithm vwap(long horizonNanos, List<Long> weights) {
        return new Algorithm(Kind.VWAP, horizonNanos, weights.size(), weights);
    }
}
