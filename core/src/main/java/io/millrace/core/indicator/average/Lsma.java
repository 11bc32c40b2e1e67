package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingLine;

/**
 * Least squares moving average: the end of the regression line through the last n samples.
 *
 * <p>Source: TA-Lib LINEARREG; also called end point or linear regression moving average. Warm-up: n bars.
 */
public final class Lsma extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("lsma", "Least squares moving average")
            .bars("period", 25, 2)
            .value("price")
            .formula("the end of the least-squares line through the last n closes")
            .seeding("None: a window of n closes.")
            .source("TA-Lib LINEARREG")
            .creates(p -> new Lsma(p.bars("period")));

    private final int period;
    private final RollingLine line;

    /** @param period n, 2 to 10,000 bars */
    public Lsma(int period) {
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
        return line.at(period - 1.0);
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
