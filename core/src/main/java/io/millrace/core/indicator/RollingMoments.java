package io.millrace.core.indicator;

/**
 * Mean and population deviation of the last n samples.
 *
 * <p>Source: Welford (1962) within the parts of the window, Chan, Golub, LeVeque (1979) to join them: nothing large is
 * subtracted from something large, so the deviation keeps its digits however small it is beside the mean. TA-Lib
 * computes E[x²] − E[x]² and takes a variance below 1e-8 for zero; where that loses digits, the true value counts here.
 */
public final class RollingMoments extends Window {
    private final double[] tailMean;
    private final double[] tailSquares;
    private double headMean;
    private double headSquares;

    public RollingMoments(int size) {
        super(size);
        tailMean = new double[size];
        tailSquares = new double[size];
    }

    /** The mean of the samples in the window, full or not. */
    public double mean() {
        return hasTail() ? headMean + (tailMean[head] - headMean) * (size - head) / size : headMean;
    }

    /** √(Σ (x − mean)² / n) of the samples in the window, full or not. */
    public double deviation() {
        if (!hasTail()) {
            return head == 0 ? 0 : Math.sqrt(headSquares / head);
        }
        double apart = tailMean[head] - headMean;
        double squares = headSquares + tailSquares[head] + apart * apart * head * (size - head) / size;
        return Math.sqrt(squares / size);
    }

    @Override
    public String name() {
        return "moments(" + size + ")";
    }

    @Override
    void clearHead() {
        headMean = 0;
        headSquares = 0;
    }

    @Override
    void joinHead(double sample) {
        double apart = sample - headMean;
        headMean += apart / head;
        headSquares += apart * (sample - headMean);
    }

    @Override
    void computeTails(int from) {
        double mean = 0;
        double squares = 0;
        for (int i = size - 1; i >= from; i--) {
            double apart = ring[i] - mean;
            mean += apart / (size - i);
            squares += apart * (ring[i] - mean);
            tailMean[i] = mean;
            tailSquares[i] = squares;
        }
    }
}
