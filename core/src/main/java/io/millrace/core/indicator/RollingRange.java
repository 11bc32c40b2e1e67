package io.millrace.core.indicator;

import java.util.Arrays;

/** Highest and lowest of the last n samples. */
public final class RollingRange extends Window {
    private final double[] tailHighest;
    private final double[] tailLowest;
    private double headHighest;
    private double headLowest;

    public RollingRange(int size) {
        super(size);
        tailHighest = new double[size];
        tailLowest = new double[size];
        computeTails(size);
        clearHead();
    }

    /** The highest sample in the window; −∞ before the first. */
    public double highest() {
        double tail = tailHighest[head];
        return headHighest > tail ? headHighest : tail;
    }

    /** The lowest sample in the window; +∞ before the first. */
    public double lowest() {
        double tail = tailLowest[head];
        return headLowest < tail ? headLowest : tail;
    }

    @Override
    public String name() {
        return "range(" + size + ")";
    }

    @Override
    void clearHead() {
        headHighest = Double.NEGATIVE_INFINITY;
        headLowest = Double.POSITIVE_INFINITY;
    }

    @Override
    void joinHead(double sample) {
        if (sample > headHighest) {
            headHighest = sample;
        }
        if (sample < headLowest) {
            headLowest = sample;
        }
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tailHighest, 0, from, Double.NEGATIVE_INFINITY);
        Arrays.fill(tailLowest, 0, from, Double.POSITIVE_INFINITY);
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = size - 1; i >= from; i--) {
            if (ring[i] > highest) {
                highest = ring[i];
            }
            if (ring[i] < lowest) {
                lowest = ring[i];
            }
            tailHighest[i] = highest;
            tailLowest[i] = lowest;
        }
    }
}
