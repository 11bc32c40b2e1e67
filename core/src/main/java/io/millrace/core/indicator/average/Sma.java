package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;

/** Simple moving average: the mean of the last n samples. Warm-up: n bars. */
public final class Sma extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("sma", "Simple moving average")
            .bars("period", 20, 1)
            .value("price")
            .formula("Σ of the last n closes / n")
            .seeding("None: a window of n closes.")
            .source("TA-Lib SMA")
            .creates(p -> new Sma(p.bars("period")));

    private final int period;
    private final RollingSum sum;

    /** @param period n, 1 to 10,000 bars */
    public Sma(int period) {
        super(KIND, period);
        this.period = period;
        sum = new RollingSum(period);
    }

    @Override
    public void add(double sample) {
        sum.add(sample);
    }

    @Override
    public double value() {
        return sum.sum() / period;
    }

    @Override
    public boolean isReady() {
        return sum.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(sum);
    }
}
