package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;
import io.millrace.core.indicator.average.Sma;

/**
 * Stochastic oscillator of the RSI of the close, in [0, 100]: {@code k} = 100 × (RSI − lowest RSI) / (highest − lowest
 * RSI) of its last n values, 0 where they do not differ, as in TA-Lib; {@code d} = the mean of the last values of k.
 *
 * <p>Source: Chande, Kroll, The New Technical Trader (1994). Seeding: that of the RSI. Conventions: Chande's is in [0, 1];
 * TA-Lib's STOCHRSI has the default (14, 5, 3); charting programs smooth k once more. Warm-up: rsi + n + smooth − 1 bars,
 * for both values.
 */
public final class StochRsi extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("stochrsi", "Stochastic RSI")
            .bars("rsi", 14, 2)
            .bars("period", 14, 1)
            .bars("smooth", 3, 1)
            .value("k", "0 to 100")
            .value("d", "0 to 100")
            .formula("k = 100 × (RSI(rsi) − its lowest) / (its highest − its lowest) of its last n values; d ="
                    + " SMA(smooth) of k")
            .seeding("That of the RSI. k is 0 where the values do not differ, as in TA-Lib. Chande's is in [0, 1],"
                    + " charting programs smooth k once more.")
            .source("Chande, Kroll, The New Technical Trader (1994)")
            .creates(p -> new StochRsi(p.bars("rsi"), p.bars("period"), p.bars("smooth")));

    private final int rsiPeriod;
    private final int period;
    private final int smooth;
    private final Rsi rsi;
    private final RollingRange range;
    private final Sma average;

    /**
     * @param rsiPeriod bars of the RSI
     * @param period n, values of the RSI
     * @param smooth values of k in d
     */
    public StochRsi(int rsiPeriod, int period, int smooth) {
        super(KIND, rsiPeriod, period, smooth);
        this.rsiPeriod = rsiPeriod;
        this.period = period;
        this.smooth = smooth;
        rsi = new Rsi(rsiPeriod);
        range = new RollingRange(period);
        average = new Sma(smooth);
    }

    public void add(double sample) {
        rsi.add(sample);
        if (rsi.isReady()) {
            range.add(rsi.value());
            if (range.isReady()) {
                average.add(k());
            }
        }
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    /** Where the RSI lies between its lowest and its highest, in percent of the way up. */
    public double k() {
        double lowest = range.lowest();
        double width = range.highest() - lowest;
        return width == 0 ? 0 : (rsi.value() - lowest) / width * 100;
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
        return rsiPeriod + period + smooth - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(rsi);
        memory.carry(range);
        memory.carry(average);
    }
}
