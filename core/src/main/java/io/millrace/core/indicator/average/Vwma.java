package io.millrace.core.indicator.average;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Volume-weighted moving average, in units of the quote currency: Σ close × volume / Σ volume of the last n bars.
 *
 * <p>Source: Buff Dormeier, Investing with Volume Analysis (2011). Of closes; {@code vwap(n)} is that of the trades
 * themselves. Warm-up: n bars; a window without volume has no value.
 */
public final class Vwma extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("vwma", "Volume-weighted moving average")
            .bars("period", 20, 1)
            .value("price")
            .formula("Σ close × volume / Σ volume of the last n bars")
            .seeding("None: a window of n bars. Without volume in it there is no value.")
            .source("Dormeier, Investing with Volume Analysis (2011)")
            .creates(p -> new Vwma(p.bars("period")));

    private final int period;
    private final RollingSum weighted;
    private final RollingSum volume;

    /** @param period n, 1 to 10,000 bars */
    public Vwma(int period) {
        super(KIND, period);
        this.period = period;
        weighted = new RollingSum(period);
        volume = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        weighted.add(bar.close() * bar.volume());
        volume.add(bar.volume());
    }

    @Override
    public double value() {
        return weighted.sum() / volume.sum();
    }

    @Override
    public boolean isReady() {
        return volume.isReady() && volume.sum() > 0;
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(weighted);
        memory.carry(volume);
    }
}
