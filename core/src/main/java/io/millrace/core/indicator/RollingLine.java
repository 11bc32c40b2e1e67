package io.millrace.core.indicator;

import java.util.Arrays;

/**
 * The least-squares line through the last n samples at x = 0 (the oldest) to n − 1 (the newest), and their linearly
 * weighted mean.
 *
 * <p>Of Σ d, Σ x·d and Σ d², d the samples' distances from a reference in the window. The parts of the window join as
 * sums do: samples behind k others weigh k more each, so Σ x·d of the whole is that of both parts and k × Σ d of the
 * newer one. Nothing drifts, and what cancels is no larger than the window's range.
 */
public final class RollingLine extends Window {
    private final double[] tailSum;
    private final double[] tailWeighted;
    private final double[] tailSquares;
    private final double meanOfX;
    private final double squaresOfX;
    private final double weights;
    private double headSum;
    private double headWeighted;
    private double headSquares;

    public RollingLine(int size) {
        super(size);
        tailSum = new double[size];
        tailWeighted = new double[size];
        tailSquares = new double[size];
        double n = size;
        meanOfX = (n - 1) / 2;
        squaresOfX = n * (n * n - 1) / 12;
        weights = n * (n + 1) / 2;
    }

    /** The mean; it means something only if {@link #isReady()}, as all that follows. */
    public double mean() {
        return reference + sum() / size;
    }

    /** Σ (x + 1) × sample / Σ (x + 1): the newest sample weighs n, the oldest 1. */
    public double weightedMean() {
        return reference + (weighted() + sum()) / weights;
    }

    /** Per sample; 0 of one sample. */
    public double slope() {
        return size == 1 ? 0 : (weighted() - meanOfX * sum()) / squaresOfX;
    }

    /** The line at a place, 0 to n − 1 within the window. */
    public double at(double x) {
        return mean() + slope() * (x - meanOfX);
    }

    /** The part of the variance that the line explains, 0 to 1; 0 where there is no variance. */
    public double determination() {
        double sum = sum();
        double squares = headSquares + tailSquares[head] - sum * sum / size;
        if (!(squares > 0)) {
            return 0;
        }
        double slope = slope();
        return Math.min(1, slope * slope * squaresOfX / squares);
    }

    private double sum() {
        return headSum + tailSum[head];
    }

    private double weighted() {
        return headWeighted + (size - head) * headSum + tailWeighted[head];
    }

    @Override
    public String name() {
        return "line(" + size + ")";
    }

    @Override
    void clearHead() {
        headSum = 0;
        headWeighted = 0;
        headSquares = 0;
    }

    @Override
    void joinHead(double sample) {
        double distance = sample - reference;
        headSum += distance;
        headWeighted += (head - 1) * distance;
        headSquares += distance * distance;
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tailSum, 0, from, 0);
        Arrays.fill(tailWeighted, 0, from, 0);
        Arrays.fill(tailSquares, 0, from, 0);
        double sum = 0;
        double weighted = 0;
        double squares = 0;
        for (int i = size - 1; i >= from; i--) {
            double distance = ring[i] - reference;
            // an older sample in front moves all others on by one place
            weighted += sum;
            sum += distance;
            squares += distance * distance;
            tailSum[i] = sum;
            tailWeighted[i] = weighted;
            tailSquares[i] = squares;
        }
    }
}
