package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingLine;

/**
 * Linearly weighted moving average: Σ (i + 1) × x / (n (n + 1) / 2) over the last n samples, i from 0, the oldest, to n −
 * 1, the newest.
 *
 * <p>Source: TA-Lib WMA. Warm-up: n bars.
 */
public final class Wma extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("wma", "Weighted moving average")
            .bars("period", 20, 1)
            .value("price")
            .formula("Σ (i + 1) × close / (n (n + 1) / 2) of the last n closes, i = 0 the oldest")
            .seeding("None: a window of n closes.")
            .source("TA-Lib WMA")
            .creates(p -> new Wma(p.bars("period")));

    private final int period;
    private final RollingLine line;

    /** @param period n, 1 to 10,000 bars */
    public Wma(int period) {
        super(KIND, period);
        this.period = period;
        line = new RollingLine(period);
    }

    @Override
    public void add(double sample) {
        line.add(sample);
    }

    @Override
    public double value() {
        return line.weightedMean();
    }

    @Override
    public boolean isReady() {
        return line.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(line);
    }
}
