package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.Ema;

/**
 * Absolute price oscillator, in units of the quote currency: EMA(fast) − EMA(slow) of the close.
 *
 * <p>Source: TA-Lib APO with EMAs for averages; its default are SMAs. Seeding: each average with the mean of its own
 * first samples, so both on the first closes; MACD seeds the fast one later. Warm-up: slow bars.
 */
public final class Apo extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("apo", "Absolute price oscillator")
            .bars("fast", 12, 1)
            .bars("slow", 26, 2)
            .value("price")
            .formula("EMA(fast) − EMA(slow) of the close")
            .seeding(
                    "Each average with the mean of its own first closes; MACD seeds the fast one later. TA-Lib's APO has SMAs"
                            + " unless EMAs are asked for.")
            .source("TA-Lib APO")
            .creates(p -> new Apo(p.bars("fast"), p.bars("slow")));

    private final int slow;
    private final Ema fastAverage;
    private final Ema slowAverage;

    /**
     * @param fast bars of the fast average
     * @param slow bars of the slow average, more than fast
     */
    public Apo(int fast, int slow) {
        super(KIND, fast, slow);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "apo: the fast period must be below the slow one, were " + fast + " and " + slow);
        }
        this.slow = slow;
        fastAverage = new Ema(fast);
        slowAverage = new Ema(slow);
    }

    public void add(double sample) {
        fastAverage.add(sample);
        slowAverage.add(sample);
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return fastAverage.value() - slowAverage.value();
    }

    @Override
    public boolean isReady() {
        return slowAverage.isReady();
    }

    @Override
    public int warmUp() {
        return slow;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(fastAverage);
        memory.carry(slowAverage);
    }
}
