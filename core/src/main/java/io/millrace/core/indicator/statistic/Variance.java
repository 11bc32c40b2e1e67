package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.SingleValue;

/**
 * Rolling population variance of the close, in units of the quote currency squared: Σ (x − mean)² / n of the last n closes.
 *
 * <p>Source: TA-Lib VAR. Warm-up: n bars. TA-Lib's E[x²] − E[x]² loses digits where the deviation is small beside the
 * price; here the true value counts.
 */
public final class Variance extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("variance", "Variance, rolling")
            .bars("period", 20, 2)
            .value("price²")
            .formula("Σ (close − mean)² / n of the last n closes")
            .seeding("None: a window of n closes. Of the population, as in TA-Lib and ta4j; pandas divides by n − 1.")
            .source("TA-Lib VAR")
            .creates(p -> new Variance(p.bars("period")));

    private final int period;
    private final RollingMoments moments;

    /** @param period n, 2 to 10,000 bars */
    public Variance(int period) {
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
        return moments.variance();
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
