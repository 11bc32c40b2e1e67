package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Momentum of the close, in units of the quote currency: x − x of n samples before.
 *
 * <p>Source: TA-Lib MOM. Warm-up: n + 1 bars.
 */
public final class Momentum extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("momentum", "Momentum")
            .bars("period", 10, 1)
            .value("price")
            .formula("close − close n bars before")
            .seeding("None: a window of n + 1 closes.")
            .source("TA-Lib MOM")
            .creates(p -> new Momentum(p.bars("period")));

    private final int period;
    private final Delay delay;
    private boolean ready;
    private double value;

    /** @param period n, 1 to 10,000 bars */
    public Momentum(int period) {
        super(KIND, period);
        this.period = period;
        delay = new Delay(period);
    }

    public void add(double sample) {
        ready = delay.isFull();
        value = sample - delay.add(sample);
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        ready = memory.carry(ready);
        value = memory.carry(value);
        memory.carry(delay);
    }
}
