package io.millrace.core.indicator;

import java.util.Arrays;

/** Σ of the last n samples; see {@link Window} for how it stays free of drift. */
public final class RollingSum extends Window {
    private final double[] tailSum;
    private double headSum;

    public RollingSum(int size) {
        super(size);
        tailSum = new double[size];
    }

    /** The sum of the samples in the window, full or not. */
    public double sum() {
        return tailSum[head] + headSum;
    }

    @Override
    public String name() {
        return "sum(" + size + ")";
    }

    @Override
    void clearHead() {
        headSum = 0;
    }

    @Override
    void joinHead(double sample) {
        headSum += sample;
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tailSum, 0, from, 0);
        double sum = 0;
        for (int i = size - 1; i >= from; i--) {
            sum += ring[i];
            tailSum[i] = sum;
        }
    }
}
