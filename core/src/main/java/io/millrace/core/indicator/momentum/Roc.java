package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;

/**
 * Rate of change of the close, in percent: 100 × (x / x of n samples before − 1); 0 where that was 0.
 *
 * <p>Source: TA-Lib ROC. Warm-up: n + 1 bars.
 */
public final class Roc extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("roc", "Rate of change")
            .bars("period", 10, 1)
            .value("percent")
            .formula("100 × (close / close n bars before − 1)")
            .seeding("None: a window of n + 1 closes.")
            .source("TA-Lib ROC")
            .creates(p -> new Roc(p.bars("period")));

    private final int period;
    private final Delay delay;
    private boolean ready;
    private double value;

    /** @param period n, 1 to 10,000 bars */
    public Roc(int period) {
        super(KIND, period);
        this.period = period;
        delay = new Delay(period);
    }

    public void add(double sample) {
        ready = delay.isFull();
        double before = delay.add(sample);
        value = before == 0 ? 0 : 100 * ((sample - before) / before);
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
