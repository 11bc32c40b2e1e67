package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.average.Sma;

/**
 * Lane's stochastic oscillator, slow, in [0, 100]: {@code k} = the mean of the last values of the fast oscillator's k,
 * {@code d} = the mean of the last values of this k.
 *
 * <p>Source: Lane, "Lane's Stochastics", Stocks &amp; Commodities (1984). Warm-up: n + smooth + signal − 2 bars, for both
 * values. TA-Lib's default period is 5.
 */
public final class Stochastic extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("stochastic", "Stochastic oscillator, slow")
            .bars("period", 14, 1)
            .bars("smooth", 3, 1)
            .bars("signal", 3, 1)
            .value("k", "0 to 100")
            .value("d", "0 to 100")
            .formula(
                    "k = SMA(smooth) of 100 × (close − lowest low) / (highest high − lowest low) of the last n bars; d ="
                            + " SMA(signal) of k")
            .seeding(
                    "None: a window of n + smooth + signal − 2 bars. 0 goes into k where high and low do not differ, as"
                            + " in TA-Lib, whose default period is 5.")
            .source("Lane, Lane's Stochastics, Stocks & Commodities (1984)")
            .creates(p -> new Stochastic(p.bars("period"), p.bars("smooth"), p.bars("signal")));

    private final int signal;
    private final FastStochastic fast;
    private final Sma average;

    /**
     * @param period n, 1 to 10,000 bars
     * @param smooth values of the fast k in k, 1 to 10,000
     * @param signal values of k in d, 1 to 10,000
     */
    public Stochastic(int period, int smooth, int signal) {
        super(KIND, period, smooth, signal);
        this.signal = signal;
        fast = new FastStochastic(period, smooth);
        average = new Sma(signal);
    }

    @Override
    public void update(BarValues bar) {
        fast.update(bar);
        if (fast.isReady()) {
            average.add(fast.d());
        }
    }

    /** The mean of the last values of the fast k. */
    public double k() {
        return fast.d();
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
        return fast.warmUp() + signal - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(fast);
        memory.carry(average);
    }
}
