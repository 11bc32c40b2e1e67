package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.PairIndicator;
import io.millrace.core.indicator.RollingPairs;

/**
 * Pearson's correlation of the closes of two instruments, in [−1, 1]: covariance / √(variance × variance) of the last n
 * pairs; 0 where one of them has not moved.
 *
 * <p>Source: Pearson, "Notes on regression and inheritance in the case of two parents" (1895). Warm-up: n pairs.
 * Conventions: of closes, not of returns, as TA-Lib's CORREL; two trending prices correlate whatever moves them. TA-Lib
 * takes a product of variances below 1e-8 (times n²) for zero and gives 0; here only zero is.
 */
public final class Correlation extends PairIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("correlation", "Correlation of two instruments")
            .bars("period", 20, 2)
            .value("−1 to 1")
            .formula("covariance / √(variance × variance) of the last n pairs of closes")
            .seeding("None: a window of n pairs. 0 where one has not moved. Of closes, as TA-Lib's CORREL, not of"
                    + " returns.")
            .source("Pearson, Notes on regression and inheritance in the case of two parents (1895)")
            .createsPair(p -> new Correlation(p.bars("period")));

    private final int period;
    private final RollingPairs pairs;

    /** @param period n, 2 to 10,000 pairs */
    public Correlation(int period) {
        super(KIND, period);
        this.period = period;
        pairs = new RollingPairs(period);
    }

    @Override
    public void add(double sample, double reference) {
        pairs.add(sample, reference);
    }

    @Override
    public double value() {
        double deviations = Math.sqrt(pairs.varianceX()) * Math.sqrt(pairs.varianceY());
        return deviations > 0 ? Math.max(-1, Math.min(1, pairs.covariance() / deviations)) : 0;
    }

    @Override
    public boolean isReady() {
        return pairs.isReady();
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(pairs);
    }
}
