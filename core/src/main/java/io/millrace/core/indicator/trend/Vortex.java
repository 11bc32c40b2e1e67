package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.TrueRange;

/**
 * Vortex: {@code plus} = Σ |high − previous low| / Σ true range and {@code minus} = Σ |low − previous high| / Σ true
 * range of the last n bars, without unit; both are 0 where nothing moved.
 *
 * <p>Source: Botes, Siepman, "The Vortex Indicator", Stocks and Commodities (2010). Warm-up: n + 1 bars.
 */
public final class Vortex extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("vortex", "Vortex")
            .bars("period", 14, 1)
            .value("plus", "1")
            .value("minus", "1")
            .formula("plus = Σ |high − previous low| / Σ true range, minus = Σ |low − previous high| / Σ true range")
            .seeding("None: a window of n bars and the one before. Where nothing moved both are 0.")
            .source("Botes, Siepman, The Vortex Indicator, Stocks and Commodities (2010)")
            .creates(p -> new Vortex(p.bars("period")));

    private final int period;
    private final TrueRange trueRange = new TrueRange();
    private final RollingSum ranges;
    private final RollingSum ups;
    private final RollingSum downs;
    private double previousHigh;
    private double previousLow;

    /** @param period n, 1 to 10,000 bars */
    public Vortex(int period) {
        super(KIND, period);
        this.period = period;
        ranges = new RollingSum(period);
        ups = new RollingSum(period);
        downs = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        if (trueRange.add(bar)) {
            ranges.add(trueRange.value());
            ups.add(Math.abs(bar.high() - previousLow));
            downs.add(Math.abs(bar.low() - previousHigh));
        }
        previousHigh = bar.high();
        previousLow = bar.low();
    }

    public double plus() {
        return ranges.sum() > 0 ? ups.sum() / ranges.sum() : 0;
    }

    public double minus() {
        return ranges.sum() > 0 ? downs.sum() / ranges.sum() : 0;
    }

    @Override
    public double value(int index) {
        return index == 0 ? plus() : minus();
    }

    @Override
    public boolean isReady() {
        return ranges.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(trueRange);
        memory.carry(ranges);
        memory.carry(ups);
        memory.carry(downs);
        previousHigh = memory.carry(previousHigh);
        previousLow = memory.carry(previousLow);
    }
}
