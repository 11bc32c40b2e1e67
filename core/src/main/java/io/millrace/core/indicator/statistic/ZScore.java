package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.SingleValue;

/**
 * Rolling z-score of the close, in deviations: (x − mean) / population deviation of the last n closes, itself included; 0
 * where they do not differ.
 *
 * <p>Source: Chan, Algorithmic Trading (2013). Warm-up: n bars.
 */
public final class ZScore extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("zscore", "Z-score, rolling")
            .bars("period", 20, 2)
            .value("deviations")
            .formula("(close − mean) / population deviation of the last n closes")
            .seeding("None: a window of n closes, the last included. 0 where they do not differ.")
            .source("Chan, Algorithmic Trading (2013)")
            .creates(p -> new ZScore(p.bars("period")));

    private final int period;
    private final RollingMoments moments;
    private double last;

    /** @param period n, 2 to 10,000 bars */
    public ZScore(int period) {
        super(KIND, period);
        this.period = period;
        moments = new RollingMoments(period);
    }

    public void add(double sample) {
        moments.add(sample);
        last = sample;
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return moments.variance() > 0 ? moments.fromMean(last) / moments.deviation() : 0;
    }

    @Override
    public boolean isReady() {
        return moments.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        last = memory.carry(last);
        memory.carry(moments);
    }
}
