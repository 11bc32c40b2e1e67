package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.Sma;

/**
 * Awesome oscillator, in units of the quote currency: SMA(fast) − SMA(slow) of the bars' middles (high + low) / 2.
 *
 * <p>Source: Williams, New Trading Dimensions (1998). Warm-up: slow bars.
 */
public final class Awesome extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("awesome", "Awesome oscillator")
            .bars("fast", 5, 1)
            .bars("slow", 34, 2)
            .value("price")
            .formula("SMA(fast) − SMA(slow) of (high + low) / 2")
            .seeding("None: a window of slow bars.")
            .source("Williams, New Trading Dimensions (1998)")
            .creates(p -> new Awesome(p.bars("fast"), p.bars("slow")));

    private final int slow;
    private final Sma fastAverage;
    private final Sma slowAverage;

    /**
     * @param fast bars of the fast mean
     * @param slow bars of the slow mean, more than fast
     */
    public Awesome(int fast, int slow) {
        super(KIND, fast, slow);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "awesome: the fast period must be below the slow one, were " + fast + " and " + slow);
        }
        this.slow = slow;
        fastAverage = new Sma(fast);
        slowAverage = new Sma(slow);
    }

    @Override
    public void update(BarValues bar) {
        double middle = (bar.high() + bar.low()) / 2;
        fastAverage.add(middle);
        slowAverage.add(middle);
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
