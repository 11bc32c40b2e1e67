package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.average.Ema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The baseline: calm or turbulent, with or without a trend, by two numbers of the log returns r between bars.
 *
 * <ul>
 *   <li>Turbulent where √(Σ r² / fast, of the last {@code fast} r) &gt; {@code volatilityRatio} × √(EMA of r² over
 *       {@code slow} r): realised volatility beside its own long run (Andersen, Bollerslev, 1998; the exponential
 *       average of squares is RiskMetrics', 1996). At constant normal volatility fast × ratio² is χ² with {@code fast}
 *       degrees of freedom, whose upper 5 % quantile is 31.4 for 20: √(31.4 / 20) = 1.25 is the default.
 *   <li>A trend where |Σ r| / Σ |r| of the last {@code trend} r &gt; {@code efficiency}, up or down by the sign of Σ r:
 *       Kaufman's efficiency ratio (Trading Systems and Methods, 1995) of the logarithm of the close. For a random walk
 *       it is near |z| × √(π / 2) / √trend with z standard normal, so one window in twenty exceeds 1.96 × 1.2533 / √20
 *       = 0.55, the default.
 * </ul>
 *
 * <p>Where nothing moved it is calm and without a trend. Its probabilities are 0 and 1. Warm-up: max(slow, fast, trend) +
 * 1 bars.
 */
final class VolatilityTrendRule extends Classifier {
    static final List<RegimeParameter> PARAMETERS = List.of(
            new RegimeParameter("fast", 20, 2, 1000, true, "returns of the realised volatility"),
            new RegimeParameter("slow", 250, 2, 10_000, true, "returns of its long run, more than fast"),
            new RegimeParameter("volatilityRatio", 1.25, 0.1, 100, false, "fast / slow volatility of turbulence"),
            new RegimeParameter("trend", 20, 2, 1000, true, "returns of the efficiency ratio"),
            new RegimeParameter("efficiency", 0.55, 0, 1, false, "efficiency ratio of a trend"));

    private static final List<String> REGIMES = List.of(
            "calm-range",
            "calm-trend-up",
            "calm-trend-down",
            "turbulent-range",
            "turbulent-trend-up",
            "turbulent-trend-down");
    private static final int TURBULENT = 3;
    private static final int UP = 1;
    private static final int DOWN = 2;

    private final double volatilityRatio;
    private final double efficiency;
    private final RollingSum fastSquares;
    private final Ema slowSquares;
    private final RollingSum way;
    private final RollingSum path;
    private boolean started;
    private double previousClose;

    /** @throws IllegalArgumentException names every parameter that is unknown or cannot be */
    VolatilityTrendRule(Map<String, Double> given) {
        verify(given);
        fastSquares = new RollingSum((int) value(given, "fast"));
        slowSquares = new Ema((int) value(given, "slow"));
        way = new RollingSum((int) value(given, "trend"));
        path = new RollingSum((int) value(given, "trend"));
        volatilityRatio = value(given, "volatilityRatio");
        efficiency = value(given, "efficiency");
    }

    private static void verify(Map<String, Double> given) {
        var errors = new ArrayList<String>();
        given.forEach((name, value) -> PARAMETERS.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        parameter -> parameter.objection(value).ifPresent(errors::add),
                        () -> errors.add("volatility-trend has no parameter '" + name + "', it has "
                                + PARAMETERS.stream().map(RegimeParameter::name).toList())));
        if (errors.isEmpty() && value(given, "slow") <= value(given, "fast")) {
            errors.add("slow must be more than fast " + value(given, "fast") + ", was " + value(given, "slow"));
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
    }

    private static double value(Map<String, Double> given, String name) {
        return PARAMETERS.stream()
                .filter(parameter -> parameter.name().equals(name))
                .mapToDouble(parameter -> given.getOrDefault(name, parameter.defaultValue()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    Optional<double[]> classify(BarValues bar) {
        if (started) {
            add(StrictMath.log(bar.close() / previousClose));
        }
        started = true;
        previousClose = bar.close();
        if (!slowSquares.isReady() || !way.isReady()) {
            return Optional.empty();
        }
        double[] probabilities = new double[REGIMES.size()];
        probabilities[(isTurbulent() ? TURBULENT : 0) + trend()] = 1;
        return Optional.of(probabilities);
    }

    private void add(double logReturn) {
        fastSquares.add(logReturn * logReturn);
        slowSquares.add(logReturn * logReturn);
        way.add(logReturn);
        path.add(Math.abs(logReturn));
    }

    private boolean isTurbulent() {
        return fastSquares.sum() / fastSquares.size() > volatilityRatio * volatilityRatio * slowSquares.value();
    }

    private int trend() {
        if (Math.abs(way.sum()) <= efficiency * path.sum()) {
            return 0;
        }
        return way.sum() > 0 ? UP : DOWN;
    }

    @Override
    List<String> regimes() {
        return REGIMES;
    }

    @Override
    int warmUp() {
        return Math.max(slowSquares.warmUp(), way.size()) + 1;
    }

    @Override
    public String name() {
        return RegimeModel.BASELINE;
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        previousClose = memory.carry(previousClose);
        memory.carry(fastSquares);
        memory.carry(slowSquares);
        memory.carry(way);
        memory.carry(path);
    }
}
