package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.average.Ema;

/**
 * Force index, in units of the quote currency: EMA(n) of (close − previous close) × volume.
 *
 * <p>Source: Elder, Trading for a Living (1993). Seeding that of {@link Ema}. Warm-up: n + 1 bars.
 */
public final class Force extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("force", "Force index")
            .bars("period", 13, 1)
            .value("price × units of the instrument")
            .formula("EMA(n) of (close − previous close) × volume")
            .seeding("That of the EMA; the first bar has no force.")
            .source("Elder, Trading for a Living (1993)")
            .creates(p -> new Force(p.bars("period")));

    private final Ema average;
    private boolean started;
    private double previousClose;

    /** @param period n, 1 to 10,000 bars */
    public Force(int period) {
        super(KIND, period);
        average = new Ema(period);
    }

    @Override
    public void update(BarValues bar) {
        if (started) {
            average.add((bar.close() - previousClose) * bar.volume());
        }
        started = true;
        previousClose = bar.close();
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public int warmUp() {
        return average.warmUp() + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(average);
        started = memory.carry(started);
        previousClose = memory.carry(previousClose);
    }
}
