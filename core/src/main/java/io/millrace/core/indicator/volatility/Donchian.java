package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;

/**
 * Donchian channel, in units of the quote currency: {@code upper} = highest high and {@code lower} = lowest low of the
 * last n bars, this one included, {@code middle} their mean. A bar breaks out of the channel of the bar before, never of
 * its own.
 *
 * <p>Source: Donchian, "Trend-Following Methods in Commodity Price Analysis" (1957). Warm-up: n bars.
 */
public final class Donchian extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("donchian", "Donchian channel")
            .bars("period", 20, 1)
            .value("upper", "price")
            .value("middle", "price")
            .value("lower", "price")
            .formula(
                    "upper = highest high, lower = lowest low of the last n bars, this one included; middle = their mean")
            .seeding("None: a window of n bars. A bar breaks out of the channel of the bar before, never of its own.")
            .source("Donchian, Trend-Following Methods in Commodity Price Analysis (1957)")
            .creates(p -> new Donchian(p.bars("period")));

    private final int period;
    private final RollingRange highs;
    private final RollingRange lows;

    /** @param period n, 1 to 10,000 bars */
    public Donchian(int period) {
        super(KIND, period);
        this.period = period;
        highs = new RollingRange(period);
        lows = new RollingRange(period);
    }

    @Override
    public void update(BarValues bar) {
        highs.add(bar.high());
        lows.add(bar.low());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> highs.highest();
            case 1 -> (highs.highest() + lows.lowest()) / 2;
            default -> lows.lowest();
        };
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
        memory.carry(highs);
        memory.carry(lows);
    }
}
