package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Exponential moving average: e ← e + (x − e) × 2 / (n + 1).
 *
 * <p>Seeding: the mean of the first n samples. Warm-up: n bars.
 */
public final class Ema extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("ema", "Exponential moving average")
            .bars("period", 12, 1)
            .value("price")
            .formula("e ← e + (close − e) × 2 / (n + 1)")
            .seeding("The mean of the first n closes, as TA-Lib has it; ta4j and others begin with the first close.")
            .source("TA-Lib EMA")
            .creates(p -> new Ema(p.bars("period")));

    private final int period;
    private final double weight;

    /** Number of samples seen, counted up to the period only. */
    private int seen;

    /** While it warms up the sum of the samples, then the average. */
    private double average;

    /** @param period n, 1 to 10,000 bars */
    public Ema(int period) {
        super(KIND, period);
        this.period = period;
        weight = 2.0 / (period + 1);
    }

    @Override
    public void add(double sample) {
        if (seen == period) {
            average = (sample - average) * weight + average;
            return;
        }
        average += sample;
        if (++seen == period) {
            average /= period;
        }
    }

    @Override
    public double value() {
        return average;
    }

    @Override
    public boolean isReady() {
        return seen == period;
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        seen = memory.carry(seen);
        average = memory.carry(average);
    }
}
