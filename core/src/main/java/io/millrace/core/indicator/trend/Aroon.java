package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingAge;

/**
 * Aroon: how recent the extremes of the last n + 1 bars are. {@code up} = 100 × (n − bars since the highest high) / n
 * and {@code down} that of the lowest low, in [0, 100]; {@code oscillator} = up − down. Of equal extremes the latest
 * counts, as in TA-Lib.
 *
 * <p>Source: Chande, "A Time Price Oscillator", Stocks and Commodities (1995). Warm-up: n + 1 bars.
 */
public final class Aroon extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("aroon", "Aroon")
            .bars("period", 14, 2)
            .value("up", "0 to 100")
            .value("down", "0 to 100")
            .value("oscillator", "−100 to 100")
            .formula("up = 100 × (n − bars since the highest high of the last n + 1 bars) / n, down that of the lowest"
                    + " low; oscillator = up − down")
            .seeding("None: a window of n + 1 bars. Of equal extremes the latest counts, as in TA-Lib.")
            .source("Chande, A Time Price Oscillator, Stocks and Commodities (1995)")
            .creates(p -> new Aroon(p.bars("period")));

    private final int period;
    private final double percent;
    private final RollingAge highest;
    private final RollingAge lowest;

    /** @param period n, 2 to 10,000 bars */
    public Aroon(int period) {
        super(KIND, period);
        this.period = period;
        percent = 100.0 / period;
        highest = new RollingAge(period + 1, true);
        lowest = new RollingAge(period + 1, true);
    }

    @Override
    public void update(BarValues bar) {
        highest.add(bar.high());
        lowest.add(-bar.low());
    }

    public double up() {
        return percent * (period - highest.age());
    }

    public double down() {
        return percent * (period - lowest.age());
    }

    public double oscillator() {
        return percent * (lowest.age() - highest.age());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> up();
            case 1 -> down();
            default -> oscillator();
        };
    }

    @Override
    public boolean isReady() {
        return highest.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(highest);
        memory.carry(lowest);
    }
}
