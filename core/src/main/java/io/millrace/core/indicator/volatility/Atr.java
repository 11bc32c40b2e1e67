package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import io.millrace.core.indicator.TrueRange;
import io.millrace.core.indicator.WilderAverage;

/**
 * Wilder's average true range, in units of the quote currency: his average of max(high − low, |high − previous close|,
 * |low − previous close|).
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems (1978). Seeding: the mean of the first n true ranges, of
 * which the first bar has none. Warm-up: n + 1 bars.
 */
public final class Atr extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("atr", "Average true range")
            .bars("period", 14, 1)
            .value("price")
            .formula("Wilder's average of max(high − low, |high − previous close|, |low − previous close|)")
            .seeding("The mean of the first n true ranges; the first bar has none.")
            .source("Wilder, New Concepts in Technical Trading Systems (1978)")
            .creates(p -> new Atr(p.bars("period")));

    private final int period;
    private final TrueRange trueRange = new TrueRange();
    private final WilderAverage average;

    /** @param period n, 1 to 10,000 bars */
    public Atr(int period) {
        super(KIND, period);
        this.period = period;
        average = new WilderAverage(period);
    }

    @Override
    public void update(BarValues bar) {
        if (trueRange.add(bar)) {
            average.add(trueRange.value());
        }
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
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(trueRange);
        memory.carry(average);
    }
}
