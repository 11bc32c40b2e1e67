package io.millrace.core.indicator;

import java.util.Arrays;

/**
 * Mean and population deviation of the last n samples.
 *
 * <p>Of Σ d and Σ d², d the samples' distances from a reference in the window: what cancels in Σ d² − (Σ d)² / n is no
 * larger than the window's range, so the deviation keeps its digits however small it is beside the mean. TA-Lib computes
 * E[x²] − E[x]² and takes a variance below 1e-8 for zero; where that loses digits, the true value counts here.
 */
public final class RollingMoments extends Window {
    private final double[] tailSum;
    private final double[] tailSquares;
    private final double inverse;
    private double headSum;
    private double headSquares;

    public RollingMoments(int size) {
        super(size);
        tailSum = new double[size];
        tailSquares = new double[size];
        inverse = 1.0 / size;
    }

    /** The mean of the samples in the window, full or not. */
    public double mean() {
        double sum = headSum + tailSum[head];
        return isReady() ? reference + sum * inverse : reference + sum / Math.max(1, head);
    }

    /** A sample − the mean of those in a full window, with the digits that the difference has. */
    public double fromMean(double sample) {
        return sample - reference - (headSum + tailSum[head]) * inverse;
    }

    /** Σ (x − mean)² / n of the samples in the window, full or not. */
    public double variance() {
        double sum = headSum + tailSum[head];
        double squares = headSquares + tailSquares[head];
        double part = isReady() ? inverse : 1.0 / Math.max(1, head);
        return Math.max(0, (squares - sum * sum * part) * part);
    }

    /** √(Σ (x − mean)² / n) of the samples in the window, full or not. */
    public double deviation() {
        return Math.sqrt(variance());
    }

    @Override
    public String name() {
        return "moments(" + size + ")";
    }

    @Override
    void clearHead() {
        headSum = 0;
        headSquares = 0;
    }

    @Override
    void joinHead(double sample) {
        double distance = sample - reference;
        headSum += distance;
        headSquares += distance * distance;
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tailSum, 0, from, 0);
        Arrays.fill(tailSquares, 0, from, 0);
        double sum = 0;
        double squares = 0;
        for (int i = size - 1; i >= from; i--) {
            double distance = ring[i] - reference;
            sum += distance;
            squares += distance * distance;
            tailSum[i] = sum;
            tailSquares[i] = squares;
        }
    }
}
