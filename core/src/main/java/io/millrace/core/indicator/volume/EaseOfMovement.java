package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Ease of movement, in squared units of the quote currency per unit of the instrument: the mean over the last n bars of
 * (the rise of (high + low) / 2) × (high − low) / volume; 0 of a bar without volume. Charting packages multiply it by a
 * constant such as 1e8 to make it readable; here it is not.
 *
 * <p>Source: Arms, Trading Without Fear (1996). Warm-up: n + 1 bars.
 */
public final class EaseOfMovement extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("ease-of-movement", "Ease of movement")
            .bars("period", 14, 1)
            .value("price² / unit of the instrument")
            .formula("mean of the last n of (the rise of (high + low) / 2) × (high − low) / volume")
            .seeding("None: a window of n bars and the one before. A bar without volume counts 0. No constant is"
                    + " multiplied, as charting packages do.")
            .source("Arms, Trading Without Fear (1996)")
            .creates(p -> new EaseOfMovement(p.bars("period")));

    private final int period;
    private final RollingSum eases;
    private boolean started;
    private double previousMiddle;

    /** @param period n, 1 to 10,000 bars */
    public EaseOfMovement(int period) {
        super(KIND, period);
        this.period = period;
        eases = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        double middle = (bar.high() + bar.low()) / 2;
        if (started) {
            double range = bar.high() - bar.low();
            eases.add(bar.volume() > 0 ? (middle - previousMiddle) * range / bar.volume() : 0);
        }
        started = true;
        previousMiddle = middle;
    }

    @Override
    public double value() {
        return eases.sum() / period;
    }

    @Override
    public boolean isReady() {
        return eases.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(eases);
        started = memory.carry(started);
        previousMiddle = memory.carry(previousMiddle);
    }
}
