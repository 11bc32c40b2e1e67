package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/**
 * A sum that never ends, carried with its rounding error (Neumaier, 1974): exact to about 1e-16 of what was added up
 * after any number of samples.
 */
final class EndlessSum extends Remembering {
    private double sum;
    private double lost;

    void add(double sample) {
        double next = sum + sample;
        lost += Math.abs(sum) >= Math.abs(sample) ? sum - next + sample : sample - next + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }

    @Override
    public String name() {
        return "endless-sum";
    }

    @Override
    protected void memory(Memory memory) {
        sum = memory.carry(sum);
        lost = memory.carry(lost);
    }
}
