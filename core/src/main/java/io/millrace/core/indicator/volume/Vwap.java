package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Volume-weighted average price of the last n bars, in units of the quote currency: Σ notional / Σ volume, so of the
 * trades themselves and not of typical prices.
 *
 * <p>Source: Berkowitz, Logue, Noser, "The Total Cost of Transactions on the NYSE" (1988), over a rolling window.
 * Warm-up: n bars; a window without volume has no value.
 */
public final class Vwap extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("vwap", "Volume-weighted average price, rolling")
            .bars("period", 20, 1)
            .value("price")
            .formula("Σ notional / Σ volume of the last n bars: of the trades themselves, not of typical prices")
            .seeding("None: a window of n bars. Without volume in it there is no value.")
            .source("Berkowitz, Logue, Noser, The Total Cost of Transactions on the NYSE (1988)")
            .creates(p -> new Vwap(p.bars("period")));

    private final int period;
    private final RollingSum notional;
    private final RollingSum volume;

    /** @param period n, 1 to 10,000 bars */
    public Vwap(int period) {
        super(KIND, period);
        this.period = period;
        notional = new RollingSum(period);
        volume = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        notional.add(bar.notional());
        volume.add(bar.volume());
    }

    @Override
    public double value() {
        return notional.sum() / volume.sum();
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
        memory.carry(notional);
        memory.carry(volume);
    }
}
