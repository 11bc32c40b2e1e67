package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Triangular moving average: the mean of means, whose weights rise to the middle of the last n samples and fall again.
 * For odd n the mean of the last (n + 1) / 2 means of (n + 1) / 2, for even n that of the last n / 2 + 1 means of n / 2.
 *
 * <p>Source: TA-Lib TRIMA. Conventions: for even n some programs round both lengths up or down, which is a window of
 * another length. Warm-up: n bars.
 */
public final class Trima extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("trima", "Triangular moving average")
            .bars("period", 20, 1)
            .value("price")
            .formula("SMA(⌊n / 2⌋ + 1) of SMA(⌈n / 2⌉) of the close")
            .seeding("None: a window of n closes. Other programs round the lengths otherwise for even n.")
            .source("TA-Lib TRIMA")
            .creates(p -> new Trima(p.bars("period")));

    private final int period;
    private final Sma inner;
    private final Sma outer;

    /** @param period n, 1 to 10,000 bars */
    public Trima(int period) {
        super(KIND, period);
        this.period = period;
        inner = new Sma((period + 1) / 2);
        outer = new Sma(period / 2 + 1);
    }

    @Override
    public void add(double sample) {
        inner.add(sample);
        if (inner.isReady()) {
            outer.add(inner.value());
        }
    }

    @Override
    public double value() {
        return outer.value();
    }

    @Override
    public boolean isReady() {
        return outer.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(inner);
        memory.carry(outer);
    }
}
