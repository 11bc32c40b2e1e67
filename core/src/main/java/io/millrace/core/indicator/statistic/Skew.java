package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSkew;
import io.millrace.core.indicator.SingleValue;

/**
 * Rolling skewness of the close, without unit: m3 / m2^1.5 of the last n closes, where mk = Σ (x − mean)^k / n; 0 where they
 * do not differ.
 *
 * <p>Source: Joanes, Gill, "Comparing measures of sample skewness and kurtosis" (1998), their g1, as scipy has it; pandas
 * and spreadsheets give G1 = g1 × √(n (n − 1)) / (n − 2). Warm-up: n bars.
 */
public final class Skew extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("skew", "Skewness, rolling")
            .bars("period", 20, 3)
            .value("1")
            .formula("m3 / m2^1.5, mk = Σ (close − mean)^k / n of the last n closes")
            .seeding(
                    "None: a window of n closes. 0 where they do not differ. The population's, as in scipy; pandas multiplies by"
                            + " √(n (n − 1)) / (n − 2).")
            .source("Joanes, Gill, Comparing measures of sample skewness and kurtosis (1998)")
            .creates(p -> new Skew(p.bars("period")));

    private final int period;
    private final RollingSkew skew;

    /** @param period n, 3 to 10,000 bars */
    public Skew(int period) {
        super(KIND, period);
        this.period = period;
        skew = new RollingSkew(period);
    }

    public void add(double sample) {
        skew.add(sample);
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public double value() {
        return skew.skew();
    }

    @Override
    public boolean isReady() {
        return skew.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(skew);
    }
}
