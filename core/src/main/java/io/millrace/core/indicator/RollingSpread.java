package io.millrace.core.indicator;

import java.util.Arrays;

/**
 * Mean absolute deviation of the last n samples, in O(log n) amortised: the samples on either side of the mean are found in
 * a tree that is ordered by value and knows the sum of every branch. Up to {@value #FEW} samples it is quicker to go through
 * them all.
 */
public final class RollingSpread extends Window {
    private static final int FEW = 64;

    private final double[] tailSum;
    private final SortedSums tree;
    private double headSum;

    public RollingSpread(int size) {
        super(size);
        tailSum = new double[size];
        tree = size > FEW ? new SortedSums(size) : null;
    }

    /** A sample − the mean; it means something only if {@link #isReady()}, as what follows. */
    public double fromMean(double sample) {
        return sample - reference - center();
    }

    /** Σ |x − mean| / n. */
    public double meanDeviation() {
        double center = center();
        if (tree != null) {
            return tree.deviations(center) / size;
        }
        double sum = 0;
        for (double sample : ring) {
            sum += Math.abs(sample - reference - center);
        }
        return sum / size;
    }

    /** The mean, from the reference. */
    private double center() {
        return (headSum + tailSum[head]) / size;
    }

    @Override
    public String name() {
        return "spread(" + size + ")";
    }

    @Override
    void clearHead() {
        headSum = 0;
    }

    @Override
    void joinHead(double sample) {
        headSum += sample - reference;
        if (tree != null) {
            tree.put(head - 1, sample - reference);
        }
    }

    @Override
    void computeTails(int from) {
        if (tree != null) {
            tree.clear();
        }
        Arrays.fill(tailSum, 0, from, 0);
        double sum = 0;
        for (int i = size - 1; i >= from; i--) {
            double distance = ring[i] - reference;
            sum += distance;
            tailSum[i] = sum;
            if (tree != null) {
                tree.put(i, distance);
            }
        }
    }
}
