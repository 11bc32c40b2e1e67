package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.WilderAverage;

/**
 * Wilder's moving average, also called RMA, SMMA or smoothed moving average: a ← (a × (n − 1) + x) / n.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding: the mean of the first n samples; ta4j's
 * MMA begins with the first sample. It is an EMA of 2n − 1 bars but for the seed. Warm-up: n bars.
 */
public final class Wilder extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("wilder", "Wilder's moving average")
            .bars("period", 14, 1)
            .value("price")
            .formula("a ← (a × (n − 1) + close) / n")
            .seeding("The mean of the first n closes; ta4j begins with the first close. Also called RMA or SMMA.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new Wilder(p.bars("period")));

    private final int period;
    private final WilderAverage average;

    /** @param period n, 1 to 10,000 bars */
    public Wilder(int period) {
        super(KIND, period);
        this.period = period;
        average = new WilderAverage(period);
    }

    @Override
    public void add(double sample) {
        average.add(sample);
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(average);
    }
}
