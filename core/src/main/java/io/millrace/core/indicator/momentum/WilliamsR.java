package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;
import io.millrace.core.indicator.SingleValue;

/**
 * Williams %R, in [−100, 0]: −100 × (highest high − close) / (highest high − lowest low) of the last n bars; 0 where they
 * do not differ, as in TA-Lib.
 *
 * <p>Source: Williams, How I Made One Million Dollars Last Year Trading Commodities (1973). Warm-up: n bars.
 */
public final class WilliamsR extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("williams", "Williams %R")
            .bars("period", 14, 1)
            .value("−100 to 0")
            .formula("−100 × (highest high − close) / (highest high − lowest low) of the last n bars")
            .seeding("None: a window of n bars. 0 where high and low do not differ, as in TA-Lib.")
            .source("Williams, How I Made One Million Dollars Last Year Trading Commodities (1973)")
            .creates(p -> new WilliamsR(p.bars("period")));

    private final int period;
    private final RollingRange highs;
    private final RollingRange lows;
    private double close;

    /** @param period n, 1 to 10,000 bars */
    public WilliamsR(int period) {
        super(KIND, period);
        this.period = period;
        highs = new RollingRange(period);
        lows = new RollingRange(period);
    }

    @Override
    public void update(BarValues bar) {
        highs.add(bar.high());
        lows.add(bar.low());
        close = bar.close();
    }

    @Override
    public double value() {
        return range() == 0 ? 0 : (highs.highest() - close) / range() * -100;
    }

    private double range() {
        return highs.highest() - lows.lowest();
    }

    @Override
    public boolean isReady() {
        return highs.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        close = memory.carry(close);
        memory.carry(highs);
        memory.carry(lows);
    }
}
