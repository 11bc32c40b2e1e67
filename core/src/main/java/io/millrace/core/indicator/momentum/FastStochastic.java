package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;
import io.millrace.core.indicator.average.Sma;

/**
 * Lane's stochastic oscillator, fast, in [0, 100]: {@code k} = 100 × (close − lowest low) / (highest high − lowest low) of
 * the last n bars, 0 where they do not differ, as in TA-Lib; {@code d} = the mean of the last values of k.
 *
 * <p>Source: Lane, "Lane's Stochastics", Stocks &amp; Commodities (1984). Warm-up: n + smooth − 1 bars, for both values.
 * TA-Lib's default period is 5.
 */
public final class FastStochastic extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("stochastic-fast", "Stochastic oscillator, fast")
            .bars("period", 14, 1)
            .bars("smooth", 3, 1)
            .value("k", "0 to 100")
            .value("d", "0 to 100")
            .formula("k = 100 × (close − lowest low) / (highest high − lowest low) of the last n bars; d = SMA(smooth)"
                    + " of k")
            .seeding("None: a window of n + smooth − 1 bars. k is 0 where high and low do not differ, as in TA-Lib,"
                    + " whose default period is 5.")
            .source("Lane, Lane's Stochastics, Stocks & Commodities (1984)")
            .creates(p -> new FastStochastic(p.bars("period"), p.bars("smooth")));

    private final int period;
    private final int smooth;
    private final RollingRange highs;
    private final RollingRange lows;
    private final Sma average;
    private double close;

    /** Follows from the others: computed once for every bar. */
    private double k;

    /**
     * @param period n, 1 to 10,000 bars
     * @param smooth values of k in d, 1 to 10,000
     */
    public FastStochastic(int period, int smooth) {
        super(KIND, period, smooth);
        this.period = period;
        this.smooth = smooth;
        highs = new RollingRange(period);
        lows = new RollingRange(period);
        average = new Sma(smooth);
    }

    @Override
    public void update(BarValues bar) {
        highs.add(bar.high());
        lows.add(bar.low());
        close = bar.close();
        if (highs.isReady()) {
            computeK();
            average.add(k);
        }
    }

    private void computeK() {
        double lowest = lows.lowest();
        double range = highs.highest() - lowest;
        k = range == 0 ? 0 : (close - lowest) / range * 100;
    }

    /** Where the close lies between the lowest low and the highest high, in percent of the way up. */
    public double k() {
        return k;
    }

    /** The mean of the last values of k. */
    public double d() {
        return average.value();
    }

    @Override
    public double value(int index) {
        return index == 0 ? k() : d();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public int warmUp() {
        return period + smooth - 1;
    }

    @Override
    protected void memory(Memory memory) {
        close = memory.carry(close);
        memory.carry(highs);
        memory.carry(lows);
        memory.carry(average);
    }

    @Override
    protected void loaded() {
        computeK();
    }
}
