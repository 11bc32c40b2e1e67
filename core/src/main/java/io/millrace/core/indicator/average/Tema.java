package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Triple exponential moving average: 3 e1 − 3 e2 + e3, where e1 is the EMA of the samples, e2 that of e1, e3 that of e2.
 *
 * <p>Source: Mulloy, "Smoothing Data with Faster Moving Averages", Stocks &amp; Commodities (1994). Seeding: each EMA with
 * the mean of the first n it is shown, as in TA-Lib; ta4j's with the first. Warm-up: 3n − 2 bars.
 */
public final class Tema extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("tema", "Triple exponential moving average")
            .bars("period", 20, 1)
            .value("price")
            .formula("3 e1 − 3 e2 + e3; e1 = EMA(n) of the close, e2 = EMA(n) of e1, e3 = EMA(n) of e2")
            .seeding("Each EMA with the mean of the first n it is shown, as in TA-Lib; ta4j's with the first.")
            .source("Mulloy, Smoothing Data with Faster Moving Averages, Stocks & Commodities (1994)")
            .creates(p -> new Tema(p.bars("period")));

    private final int period;
    private final TripleEma averages;

    /** @param period n, 1 to 10,000 bars */
    public Tema(int period) {
        super(KIND, period);
        this.period = period;
        averages = new TripleEma(period);
    }

    @Override
    public void add(double sample) {
        averages.add(sample);
    }

    @Override
    public double value() {
        return averages.third() + (3 * averages.first() - 3 * averages.second());
    }

    @Override
    public boolean isReady() {
        return averages.isReady();
    }

    @Override
    public int warmUp() {
        return 3 * period - 2;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(averages);
    }
}
