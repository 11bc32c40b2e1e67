package io.millrace.core.indicator;

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
        clearHead();
    }

    /** The highest sample in the window; −∞ before the first. */
    public double highest() {
        return hasTail() ? Math.max(headHighest, tailHighest[head]) : headHighest;
    }

    /** The lowest sample in the window; +∞ before the first. */
    public double lowest() {
        return hasTail() ? Math.min(headLowest, tailLowest[head]) : headLowest;
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
        headHighest = Math.max(headHighest, sample);
        headLowest = Math.min(headLowest, sample);
    }

    @Override
    void computeTails(int from) {
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = size - 1; i >= from; i--) {
            highest = Math.max(highest, ring[i]);
            lowest = Math.min(lowest, ring[i]);
            tailHighest[i] = highest;
            tailLowest[i] = lowest;
        }
    }
}
