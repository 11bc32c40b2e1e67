package io.millrace.core.indicator.average;

import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Zero lag exponential moving average: the EMA of 2x − x of k samples before, k = ⌊(n − 1) / 2⌋.
 *
 * <p>Source: Ehlers, Way, "Zero Lag (Well, Almost)", Stocks &amp; Commodities (2010), in the simple form that charting
 * programs have. Seeding: the EMA with the mean of its first n inputs, the first of them after k bars. Warm-up: n + k
 * bars.
 */
public final class Zlema extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("zlema", "Zero lag exponential moving average")
            .bars("period", 20, 3)
            .value("price")
            .formula("EMA(n) of 2 × close − close of k bars before, k = ⌊(n − 1) / 2⌋")
            .seeding("The EMA with the mean of its first n inputs, the first of them after k bars.")
            .source("Ehlers, Way, Zero Lag (Well, Almost), Stocks & Commodities (2010), in its simple form")
            .creates(p -> new Zlema(p.bars("period")));

    private final int period;
    private final Delay delay;
    private final Ema average;

    /** @param period n, 3 to 10,000 bars */
    public Zlema(int period) {
        super(KIND, period);
        this.period = period;
        delay = new Delay((period - 1) / 2);
        average = new Ema(period);
    }

    @Override
    public void add(double sample) {
        boolean hasBefore = delay.isFull();
        double before = delay.add(sample);
        if (hasBefore) {
            average.add(2 * sample - before);
        }
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
        return period + (period - 1) / 2;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(delay);
        memory.carry(average);
    }
}
