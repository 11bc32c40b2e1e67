package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;

/**
 * Hull moving average: WMA(⌊√n⌋) of 2 × WMA(⌊n / 2⌋) − WMA(n).
 *
 * <p>Source: Hull, "How to reduce lag in a moving average" (2005), who takes the integer part of both lengths; some
 * programs round them. Warm-up: n + ⌊√n⌋ − 1 bars.
 */
public final class Hma extends MovingAverage {
    static final IndicatorKind KIND = IndicatorKind.named("hma", "Hull moving average")
            .bars("period", 16, 2)
            .value("price")
            .formula("WMA(⌊√n⌋) of 2 × WMA(⌊n / 2⌋) − WMA(n) of the close")
            .seeding("None: a window of n + ⌊√n⌋ − 1 closes. The integer part of the lengths, as Hull has it; some"
                    + " programs round.")
            .source("Hull, How to reduce lag in a moving average (2005)")
            .creates(p -> new Hma(p.bars("period")));

    private final int period;
    private final Wma half;
    private final Wma whole;
    private final Wma smooth;

    /** @param period n, 2 to 10,000 bars */
    public Hma(int period) {
        super(KIND, period);
        this.period = period;
        half = new Wma(period / 2);
        whole = new Wma(period);
        smooth = new Wma((int) Math.sqrt(period));
    }

    @Override
    public void add(double sample) {
        half.add(sample);
        whole.add(sample);
        if (whole.isReady()) {
            smooth.add(2 * half.value() - whole.value());
        }
    }

    @Override
    public double value() {
        return smooth.value();
    }

    @Override
    public boolean isReady() {
        return smooth.isReady();
    }

    @Override
    public int warmUp() {
        return period + smooth.warmUp() - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(half);
        memory.carry(whole);
        memory.carry(smooth);
    }
}
