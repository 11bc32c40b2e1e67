package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Double exponential moving average: 2 e1 − e2, where e1 is the EMA of the samples and e2 the EMA of e1.
 *
 * <p>Source: Mulloy, "Smoothing Data with Faster Moving Averages", Stocks &amp; Commodities (1994). Seeding: each EMA with
 * the mean of the first n it is shown, as in TA-Lib; ta4j's with the first. Warm-up: 2n − 1 bars.
 */
public final class Dema extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("dema", "Double exponential moving average")
            .bars("period", 20, 1)
            .value("price")
            .formula("2 e1 − e2; e1 = EMA(n) of the close, e2 = EMA(n) of e1")
            .seeding("Each EMA with the mean of the first n it is shown, as in TA-Lib; ta4j's with the first.")
            .source("Mulloy, Smoothing Data with Faster Moving Averages, Stocks & Commodities (1994)")
            .creates(p -> new Dema(p.bars("period")));

    private final int period;
    private final Ema first;
    private final Ema second;

    /** @param period n, 1 to 10,000 bars */
    public Dema(int period) {
        super(KIND, period);
        this.period = period;
        first = new Ema(period);
        second = new Ema(period);
    }

    @Override
    public void add(double sample) {
        first.add(sample);
        if (first.isReady()) {
            second.add(first.value());
        }
    }

    @Override
    public double value() {
        return 2 * first.value() - second.value();
    }

    @Override
    public boolean isReady() {
        return second.isReady();
    }

    @Override
    public int warmUp() {
        return 2 * period - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(first);
        memory.carry(second);
    }
}
