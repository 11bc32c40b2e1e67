package io.millrace.core.indicator;

import java.util.Arrays;

/** Lowest of the last n samples; {@link RollingRange} has both ends. */
public final class RollingLowest extends Window {
    private final double[] tail;
    private double headValue;

    public RollingLowest(int size) {
        super(size);
        tail = new double[size];
        computeTails(size);
        clearHead();
    }

    /** The lowest sample in the window; +∞ before the first. */
    public double lowest() {
        return Math.min(headValue, tail[head]);
    }

    @Override
    public String name() {
        return "lowest(" + size + ")";
    }

    @Override
    void clearHead() {
        headValue = Double.POSITIVE_INFINITY;
    }

    @Override
    void joinHead(double sample) {
        headValue = Math.min(headValue, sample);
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tail, 0, from, Double.POSITIVE_INFINITY);
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = size - 1; i >= from; i--) {
            lowest = Math.min(lowest, ring[i]);
            tail[i] = lowest;
        }
    }
}
