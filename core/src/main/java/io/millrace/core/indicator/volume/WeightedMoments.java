package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/**
 * Weighted mean and deviation of samples added one by one (West, 1979): nothing large is subtracted from something
 * large.
 */
final class WeightedMoments extends Remembering {
    private double weight;
    private double mean;
    private double squares;

    /** Adds a sample; one of weight 0 changes nothing. */
    void add(double sample, double itsWeight) {
        if (itsWeight > 0) {
            weight += itsWeight;
            double apart = sample - mean;
            mean += apart * (itsWeight / weight);
            squares += itsWeight * apart * (sample - mean);
        }
    }

    void clear() {
        weight = 0;
        mean = 0;
        squares = 0;
    }

    double weight() {
        return weight;
    }

    double mean() {
        return mean;
    }

    /** Σ weight × (sample − mean)². */
    double squares() {
        return squares;
    }

    double deviation() {
        return weight > 0 ? Math.sqrt(squares / weight) : 0;
    }

    @Override
    public String name() {
        return "weighted-moments";
    }

    @Override
    protected void memory(Memory memory) {
        weight = memory.carry(weight);
        mean = memory.carry(mean);
        squares = memory.carry(squares);
    }
}
