package io.millrace.core.market;

import java.util.Arrays;

/**
 * Tells prices that do not belong to the market: the modified z-score of Iglewicz and Hoaglin, "How to Detect and Handle
 * Outliers" (ASQC Basic References in Quality Control, vol. 16, 1993), of the log return between settled trades.
 *
 * <pre>z = |r − median| / max(1.4826 · MAD, 1.2533 · MeanAD, {@value #FLOOR})</pre>
 *
 * Median, MAD (median absolute deviation) and MeanAD (mean absolute deviation, for trades that mostly repeat a price,
 * where MAD is 0) are those of the latest full block of {@value #BLOCK} returns that were no outliers, so a trade costs
 * O(1) and one in {@value #BLOCK} a sort; the factors make either the standard deviation of a normal distribution. The
 * deviation rises with a block at once and falls by at most 5 % from block to block. The floor of 5 bp keeps a tick in a still market from being far; the first block judges nothing.
 *
 * <p>A price is an outlier if it is far from the last price that was none and from the trade before. So the trade after a
 * spike is none, and a market that moved for good is believed at its second trade.
 */
final class Outliers {
    static final int BLOCK = 64;
    static final double FLOOR = 5e-4;
    private static final double NORMAL = 1.4826;
    private static final double NORMAL_MEAN = 1.2533;
    /** What the deviation keeps of its value from block to block: a market that was wild a moment ago may be again. */
    private static final double KEEPS = 0.95;
    /** Half the relative move up to which five terms of a series are the logarithm to the last digits. */
    private static final double SMALL = 0.01;

    private final double threshold;

    /** @param threshold modified z-score above which a price is an outlier */
    Outliers(double threshold) {
        this.threshold = threshold;
    }

    /**
     * Judges the next settled trade and learns from it.
     *
     * @param before price of the settled trade before, 0 if there is none
     * @return its z-score if it is an outlier, else 0
     */
    double next(OutlierReference reference, long before, long price) {
        if (reference.acceptedUnits == 0 || before == 0) {
            reference.acceptedUnits = price;
            return 0;
        }
        double move = logReturn(reference.acceptedUnits, price);
        double score = score(reference, move);
        if (score > threshold) {
            double step = before == reference.acceptedUnits ? move : logReturn(before, price);
            double nearest = Math.min(score, score(reference, step));
            if (nearest > threshold) {
                return nearest;
            }
            move = step;
        }
        reference.acceptedUnits = price;
        learn(reference, move);
        return 0;
    }

    /** The z-score of a trade that comes between two others afterwards, 0 if it is none; an absent neighbour is 0. */
    double between(OutlierReference reference, long before, long price, long after) {
        double nearest = Double.POSITIVE_INFINITY;
        for (long neighbour : new long[] {before, after}) {
            if (neighbour != 0) {
                nearest = Math.min(nearest, score(reference, logReturn(neighbour, price)));
            }
        }
        return nearest > threshold && nearest < Double.POSITIVE_INFINITY ? nearest : 0;
    }

    private static double score(OutlierReference reference, double move) {
        return reference.deviation == 0 ? 0 : Math.abs(move - reference.median) / reference.deviation;
    }

    private static double logReturn(long from, long to) {
        if (from == to) {
            return 0;
        }
        double u = ((double) to - from) / ((double) to + from);
        double square = u * u;
        return Math.abs(u) < SMALL
                ? 2 * u * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square / 9))))
                : StrictMath.log((double) to / from);
    }

    private static void learn(OutlierReference reference, double move) {
        if (reference.returns == null || reference.returns.length != BLOCK) {
            reference.returns = new double[BLOCK];
            reference.count = 0;
        }
        reference.returns[reference.count++] = move;
        if (reference.count == BLOCK) {
            double[] sorted = reference.returns.clone();
            Arrays.sort(sorted);
            reference.median = (sorted[BLOCK / 2 - 1] + sorted[BLOCK / 2]) / 2;
            double spread = Math.max(
                    NORMAL * medianDeviation(sorted, reference.median),
                    NORMAL_MEAN * meanDeviation(sorted, reference.median));
            reference.deviation = Math.max(Math.max(spread, FLOOR), KEEPS * reference.deviation);
            reference.count = 0;
        }
    }

    /** From the middle outwards: the nearest half, and the mean of its two farthest. */
    private static double medianDeviation(double[] sorted, double median) {
        int below = BLOCK / 2 - 1;
        int above = BLOCK / 2;
        double last = 0;
        double beforeLast = 0;
        for (int i = 0; i <= BLOCK / 2; i++) {
            beforeLast = last;
            double down = below < 0 ? Double.POSITIVE_INFINITY : median - sorted[below];
            double up = above == BLOCK ? Double.POSITIVE_INFINITY : sorted[above] - median;
            if (down < up) {
                last = down;
                below--;
            } else {
                last = up;
                above++;
            }
        }
        return (beforeLast + last) / 2;
    }

    private static double meanDeviation(double[] values, double median) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value - median);
        }
        return sum / BLOCK;
    }
}
