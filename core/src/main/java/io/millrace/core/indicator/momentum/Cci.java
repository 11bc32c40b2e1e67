package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSpread;
import io.millrace.core.indicator.SingleValue;

/**
 * Commodity channel index: (t − mean of t) / (0.015 × mean absolute deviation of t) over the last n bars, where t is the
 * bar's typical price (high + low + close) / 3; 0 where t has not moved.
 *
 * <p>Source: Lambert, "Commodity Channel Index", Commodities (1980). Warm-up: n bars; O(log n) per bar. TA-Lib's default
 * period is 14.
 */
public final class Cci extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("cci", "Commodity channel index")
            .bars("period", 20, 2)
            .value("mean deviations / 0.015")
            .formula(
                    "(t − mean of t) / (0.015 × mean |t − mean of t|) of the last n bars, t = (high + low + close) / 3")
            .seeding("None: a window of n bars. 0 where t has not moved. TA-Lib's default period is 14.")
            .source("Lambert, Commodity Channel Index, Commodities (1980)")
            .creates(p -> new Cci(p.bars("period")));

    private static final double SCALE = 0.015;

    private final int period;
    private final RollingSpread spread;
    private double typical;

    /** @param period n, 2 to 10,000 bars */
    public Cci(int period) {
        super(KIND, period);
        this.period = period;
        spread = new RollingSpread(period);
    }

    @Override
    public void update(BarValues bar) {
        typical = (bar.high() + bar.low() + bar.close()) / 3;
        spread.add(typical);
    }

    @Override
    public double value() {
        return index();
    }

    private double index() {
        double deviation = spread.meanDeviation();
        return deviation > 0 ? spread.fromMean(typical) / (SCALE * deviation) : 0;
    }

    @Override
    public boolean isReady() {
        return spread.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        typical = memory.carry(typical);
        memory.carry(spread);
    }
}
