package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;
import java.util.Arrays;

/**
 * Weighted mean and deviation of the last n samples, in the two parts that a window of sums falls into: the head, filled
 * in this turn of the ring, and the tail, left of the turn before and computed for each of its lengths when the ring
 * turns (Chan, Golub, LeVeque, 1979, join them). O(1) amortised, and no rounding error outlives the window.
 */
final class RollingWeightedMoments extends Remembering {
    private final int size;
    private final double[] samples;
    private final double[] weights;
    private final double[] tailWeight;
    private final double[] tailMean;
    private final double[] tailSquares;
    private final WeightedMoments head = new WeightedMoments();
    private final WeightedMoments turning = new WeightedMoments();

    /** Length of the head, 0 to size − 1. */
    private int position;

    private boolean turned;

    RollingWeightedMoments(int size) {
        this.size = size;
        samples = new double[size];
        weights = new double[size];
        tailWeight = new double[size];
        tailMean = new double[size];
        tailSquares = new double[size];
    }

    void add(double sample, double weight) {
        samples[position] = sample;
        weights[position] = weight;
        head.add(sample, weight);
        if (++position == size) {
            turned = true;
            position = 0;
            computeTails(0);
            head.clear();
        }
    }

    private void computeTails(int from) {
        turning.clear();
        for (int i = size - 1; i >= from; i--) {
            turning.add(samples[i], weights[i]);
            tailWeight[i] = turning.weight();
            tailMean[i] = turning.mean();
            tailSquares[i] = turning.squares();
        }
    }

    boolean isReady() {
        return turned;
    }

    double weight() {
        return tailWeight[position] + head.weight();
    }

    double mean() {
        double weight = weight();
        return weight > 0 ? tailMean[position] + (head.mean() - tailMean[position]) * (head.weight() / weight) : 0;
    }

    double deviation() {
        double weight = weight();
        if (!(weight > 0)) {
            return 0;
        }
        double apart = head.mean() - tailMean[position];
        double between = apart * apart * (head.weight() / weight) * tailWeight[position];
        return Math.sqrt((head.squares() + tailSquares[position] + between) / weight);
    }

    @Override
    public String name() {
        return "weighted-moments(" + size + ")";
    }

    @Override
    protected void memory(Memory memory) {
        position = memory.carry(position);
        turned = memory.carry(turned);
        memory.carry(samples);
        memory.carry(weights);
    }

    @Override
    protected void loaded() {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("the state of " + name() + " is at sample " + position);
        }
        head.clear();
        for (int i = 0; i < position; i++) {
            head.add(samples[i], weights[i]);
        }
        Arrays.fill(tailWeight, 0);
        Arrays.fill(tailMean, 0);
        Arrays.fill(tailSquares, 0);
        if (turned) {
            computeTails(position);
        }
    }
}
