package io.millrace.core.indicator.average;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/**
 * An EMA of an EMA of an EMA, each seeded with the mean of the first n values it is shown: what TEMA and TRIX are made
 * of. Warm-up: 3n − 2 samples.
 */
public final class TripleEma extends Remembering {
    private final String name;
    private final Ema first;
    private final Ema second;
    private final Ema third;

    public TripleEma(int period) {
        name = "triple-ema(" + period + ")";
        first = new Ema(period);
        second = new Ema(period);
        third = new Ema(period);
    }

    public void add(double sample) {
        first.add(sample);
        if (first.isReady()) {
            second.add(first.value());
            if (second.isReady()) {
                third.add(second.value());
            }
        }
    }

    public double first() {
        return first.value();
    }

    public double second() {
        return second.value();
    }

    public double third() {
        return third.value();
    }

    public boolean isReady() {
        return third.isReady();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(first);
        memory.carry(second);
        memory.carry(third);
    }
}
