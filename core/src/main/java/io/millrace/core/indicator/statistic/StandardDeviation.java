package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.SingleValue;

/**
 * Rolling population standard deviation of the close, in units of the quote currency: √(Σ (x − mean)² / n) of the last n
 * closes.
 *
 * <p>Warm-up: n bars. Conventions: TA-Lib's STDDEV and ta4j's indicator divide by n too, pandas' {@code rolling().std()}
 * by n − 1. TA-Lib takes a variance below 1e-8 for 0; here the true value counts.
 */
public final class StandardDeviation extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("stddev", "Standard deviation, rolling")
            .bars("period", 20, 2)
            .value("price")
            .formula("√(Σ (close − mean)² / n) of the last n closes")
            .seeding("None: a window of n closes. The population's deviation, as in TA-Lib and ta4j; pandas divides by"
                    + " n − 1. TA-Lib takes a variance below 1e-8 for 0, here the true value counts.")
            .source("TA-Lib STDDEV")
            .creates(p -> new StandardDeviation(p.bars("period")));

    private final int period;
    private final RollingMoments moments;

    /** @param period n, 2 to 10,000 bars */
    public StandardDeviation(int period) {
        super(KIND, period);
        this.period = period;
        moments = new RollingMoments(period);
    }

    public void add(double sample) {
        moments.add(sample);
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return moments.deviation();
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
        memory.carry(moments);
    }
}
