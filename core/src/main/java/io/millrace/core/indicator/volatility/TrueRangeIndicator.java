package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.TrueRange;

/** {@link TrueRange} of each bar, in units of the quote currency. Warm-up: 2 bars. */
public final class TrueRangeIndicator extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("tr", "True range")
            .value("price")
            .formula("max(high − low, |high − previous close|, |low − previous close|)")
            .seeding("None: the first bar has none.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new TrueRangeIndicator());

    private final TrueRange trueRange = new TrueRange();
    private boolean ready;
    private double value;

    public TrueRangeIndicator() {
        super(KIND);
    }

    @Override
    public void update(BarValues bar) {
        ready = trueRange.add(bar);
        value = trueRange.value();
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
        return 2;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(trueRange);
        ready = memory.carry(ready);
        value = memory.carry(value);
    }
}
