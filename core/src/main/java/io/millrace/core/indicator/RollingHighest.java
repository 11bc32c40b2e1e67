package io.millrace.core.indicator;

import java.util.Arrays;

/** Highest of the last n samples; {@link RollingRange} has both ends. */
public final class RollingHighest extends Window {
    private final double[] tail;
    private double headValue;

    public RollingHighest(int size) {
        super(size);
        tail = new double[size];
        computeTails(size);
        clearHead();
    }

    /** The highest sample in the window; −∞ before the first. */
    public double highest() {
        return Math.max(headValue, tail[head]);
    }

    @Override
    public String name() {
        return "highest(" + size + ")";
    }

    @Override
    void clearHead() {
        headValue = Double.NEGATIVE_INFINITY;
    }

    @Override
    void joinHead(double sample) {
        headValue = Math.max(headValue, sample);
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tail, 0, from, Double.NEGATIVE_INFINITY);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = size - 1; i >= from; i--) {
            highest = Math.max(highest, ring[i]);
            tail[i] = highest;
        }
    }
}
