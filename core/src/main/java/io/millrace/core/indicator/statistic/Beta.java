package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.PairIndicator;
import io.millrace.core.indicator.RollingPairs;

/**
 * Beta of an instrument to what it is compared with, without unit: covariance of both returns / variance of the
 * reference's return, over the last n returns close / close before − 1; 0 where the reference has not moved.
 *
 * <p>Source: Sharpe, "Capital Asset Prices" (1964). Warm-up: n + 1 pairs. Conventions: TA-Lib's BETA takes the reference
 * first and the instrument second, and gives 0 where n² times the reference's variance is below 1e-8, so of most minute
 * bars; here the true value counts.
 */
public final class Beta extends PairIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("beta", "Beta to another instrument")
            .bars("period", 20, 2)
            .value("1")
            .formula("covariance of both returns / variance of the reference's, of the last n close / close before − 1")
            .seeding("None: a window of n returns. 0 where the reference has not moved. TA-Lib's BETA takes the"
                    + " reference first, and small variances for 0.")
            .source("Sharpe, Capital Asset Prices (1964)")
            .createsPair(p -> new Beta(p.bars("period")));

    private final int period;
    private final RollingPairs returns;
    private boolean started;
    private double previous;
    private double previousReference;

    /** @param period n, 2 to 10,000 returns */
    public Beta(int period) {
        super(KIND, period);
        this.period = period;
        returns = new RollingPairs(period);
    }

    @Override
    public void add(double sample, double reference) {
        if (started) {
            returns.add(change(previousReference, reference), change(previous, sample));
        }
        started = true;
        previous = sample;
        previousReference = reference;
    }

    /** Without a price before there is no return: 0, as in TA-Lib. */
    private static double change(double before, double now) {
        return before == 0 ? 0 : (now - before) / before;
    }

    @Override
    public double value() {
        double variance = returns.varianceX();
        return variance > 0 ? returns.covariance() / variance : 0;
    }

    @Override
    public boolean isReady() {
        return returns.isReady();
    }

    @Override
    public int warmUp() {
        return period + 1;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previous = memory.carry(previous);
        previousReference = memory.carry(previousReference);
        memory.carry(returns);
    }
}
