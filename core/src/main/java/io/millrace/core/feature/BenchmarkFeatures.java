package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import java.util.List;

/**
 * An instrument beside a benchmark, bar by bar of the same open time. Only bars that both have count: a log return r of
 * the instrument and m of the benchmark are from one such bar to the next, so over the same time.
 *
 * <ul>
 *   <li>{@code beta(60)} = cov(r, m) / var(m) (Sharpe, "Capital Asset Prices", 1964)
 *   <li>{@code correlation(60)} = cov(r, m) / (dev(r) dev(m)) (Pearson, 1895), in [−1, 1]
 *   <li>{@code correlation.lagged(60)}: of r with m one bar before: what the benchmark leads by (Lo, MacKinlay, "When Are
 *       Contrarian Profits Due to Stock Market Overreaction?", 1990)
 * </ul>
 */
final class BenchmarkFeatures extends Family {
    private static final int WINDOW = 60;

    private static final Feature EXCESS_1 =
            with("excessReturn(1)", "1", 2, "log return − log return of the benchmark (r − m)");
    private static final Feature EXCESS_20 = with("excessReturn(20)", "1", 21, "Σ excessReturn(1) of the last 20");
    private static final Feature CORRELATION = with(
                    "correlation(60)", "1", WINDOW + 1, "cov(r, m) / (dev(r) dev(m)), in [−1, 1]")
            .by("Pearson 1895");
    private static final Feature BETA =
            with("beta(60)", "1", WINDOW + 1, "cov(r, m) / var(m)").by("Sharpe 1964");
    private static final Feature RESIDUAL = with(
            "residualVolatility(60)",
            "per √bar",
            WINDOW + 1,
            "deviation of r from its regression on m, with intercept");
    private static final Feature LAGGED = with(
                    "correlation.lagged(60)", "1", WINDOW + 2, "correlation of r with m one bar before")
            .by("Lo, MacKinlay 1990");
    private static final List<Feature> FEATURES = List.of(EXCESS_1, EXCESS_20, CORRELATION, BETA, RESIDUAL, LAGGED);

    private final Ring own = new Ring(WINDOW);
    private final Ring market = new Ring(WINDOW);
    private final Ring marketBefore = new Ring(WINDOW);
    private final Regression regression = new Regression();
    private double previousOwn = Double.NaN;
    private double previousMarket = Double.NaN;
    private double marketReturn = Double.NaN;

    private static Feature with(String name, String unit, int warmUp, String meaning) {
        return Feature.of(name, unit, warmUp, meaning).from(FeatureInput.BENCHMARK);
    }

    @Override
    void update(Sample sample, Values out) {
        if (sample.benchmark() == null) {
            return;
        }
        double close = sample.values().close();
        double level = sample.benchmark().toDouble();
        if (!Double.isNaN(previousOwn)) {
            take(StrictMath.log(close / previousOwn), StrictMath.log(level / previousMarket));
            put(out);
        }
        previousOwn = close;
        previousMarket = level;
    }

    private void take(double ownReturn, double newMarketReturn) {
        own.add(ownReturn);
        market.add(newMarketReturn);
        if (!Double.isNaN(marketReturn)) {
            marketBefore.add(marketReturn);
        }
        marketReturn = newMarketReturn;
    }

    private void put(Values out) {
        out.put(EXCESS_1, own.get(0) - market.get(0));
        if (own.count() >= 20) {
            double excess = 0;
            for (int i = 0; i < 20; i++) {
                excess += own.get(i) - market.get(i);
            }
            out.put(EXCESS_20, excess);
        }
        if (own.count() == WINDOW) {
            regression.compute(market, own, WINDOW);
            out.put(CORRELATION, regression.correlation());
            out.put(BETA, regression.slope());
            out.put(RESIDUAL, regression.residual(WINDOW));
        }
        if (marketBefore.count() == WINDOW) {
            regression.compute(marketBefore, own, WINDOW);
            out.put(LAGGED, regression.correlation());
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(own);
        memory.carry(market);
        memory.carry(marketBefore);
        previousOwn = memory.carry(previousOwn);
        previousMarket = memory.carry(previousMarket);
        marketReturn = memory.carry(marketReturn);
    }
}
