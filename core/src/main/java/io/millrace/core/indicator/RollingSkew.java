package io.millrace.core.indicator;

import java.util.Arrays;

/**
 * Skewness of the last n samples: m3 / m2^1.5, where mk = Σ (x − mean)^k / n.
 *
 * <p>Of Σ d, Σ d² and Σ d³, d the samples' distances from a reference in the window: what cancels is no larger than the
 * window's range.
 */
public final class RollingSkew extends Window {
    private final double[] tailSum;
    private final double[] tailSquares;
    private final double[] tailCubes;
    private double headSum;
    private double headSquares;
    private double headCubes;

    public RollingSkew(int size) {
        super(size);
        tailSum = new double[size];
        tailSquares = new double[size];
        tailCubes = new double[size];
    }

    /** 0 where the samples do not differ; it means something only if {@link #isReady()}. */
    public double skew() {
        double mean = (headSum + tailSum[head]) / size;
        double squares = (headSquares + tailSquares[head]) / size;
        double cubes = (headCubes + tailCubes[head]) / size;
        double variance = squares - mean * mean;
        return variance > 0 ? (cubes - mean * (3 * squares - 2 * mean * mean)) / (variance * Math.sqrt(variance)) : 0;
    }

    @Override
    public String name() {
        return "skew(" + size + ")";
    }

    @Override
    void clearHead() {
        headSum = 0;
        headSquares = 0;
        headCubes = 0;
    }

    @Override
    void joinHead(double sample) {
        double distance = sample - reference;
        double square = distance * distance;
        headSum += distance;
        headSquares += square;
        headCubes += square * distance;
    }

    @Override
    void computeTails(int from) {
        Arrays.fill(tailSum, 0, from, 0);
        Arrays.fill(tailSquares, 0, from, 0);
        Arrays.fill(tailCubes, 0, from, 0);
        clearHead();
        for (int i = size - 1; i >= from; i--) {
            joinHead(ring[i]);
            tailSum[i] = headSum;
            tailSquares[i] = headSquares;
            tailCubes[i] = headCubes;
        }
    }
}
