package io.millrace.core.feature;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingMoments;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/**
 * Estimators of the deviation of one bar's log return over the last n = 20 bars; unit: per √bar, not annualised. With
 * u = ln(high / open), d = ln(low / open), c = ln(close / open), o = ln(open / close before), r = ln(close / close
 * before):
 *
 * <ul>
 *   <li>close to close: √(Σ(r − mean r)² / (n − 1))
 *   <li>Parkinson, "The Extreme Value Method for Estimating the Variance of the Rate of Return" (1980):
 *       √(mean (u − d)² / (4 ln 2))
 *   <li>Garman, Klass, "On the Estimation of Security Price Volatilities from Historical Data" (1980), the practical
 *       estimator: √mean(½ (u − d)² − (2 ln 2 − 1) c²)
 *   <li>Rogers, Satchell, "Estimating Variance from High, Low and Closing Prices" (1991), free of drift:
 *       √mean(u (u − c) + d (d − c))
 *   <li>Yang, Zhang, "Drift-Independent Volatility Estimation Based on High, Low, Open, and Close Prices" (2000):
 *       √(V_o + k V_c + (1 − k) V_rs), V_o and V_c the sample variances of o and c, k = 0.34 / (1.34 + (n + 1)/(n − 1))
 * </ul>
 */
final class VolatilityFeatures extends Family {
    private static final int WINDOW = 20;
    private static final int LONG_WINDOW = 60;
    private static final String UNIT = "per √bar";
    private static final double LN_2 = 0.6931471805599453;
    private static final double CLOSE_WEIGHT = 0.34 / (1.34 + (WINDOW + 1.0) / (WINDOW - 1.0));

    private static final Feature CLOSE_TO_CLOSE =
            Feature.of("volatility.closeToClose(20)", UNIT, WINDOW + 1, "sample deviation of the last 20 logReturn(1)");
    private static final Feature PARKINSON = Feature.of(
                    "volatility.parkinson(20)", UNIT, WINDOW, "√(mean(20) of ln(high/low)² / (4 ln 2))")
            .by("Parkinson 1980");
    private static final Feature GARMAN_KLASS = Feature.of(
                    "volatility.garmanKlass(20)",
                    UNIT,
                    WINDOW,
                    "√mean(20) of (½ ln(high/low)² − (2 ln 2 − 1) ln(close/open)²)")
            .by("Garman, Klass 1980");
    private static final Feature ROGERS_SATCHELL = Feature.of(
                    "volatility.rogersSatchell(20)",
                    UNIT,
                    WINDOW,
                    "√mean(20) of (ln(high/close) ln(high/open) + ln(low/close) ln(low/open))")
            .by("Rogers, Satchell 1991");
    private static final Feature YANG_ZHANG = Feature.of(
                    "volatility.yangZhang(20)",
                    UNIT,
                    WINDOW + 1,
                    "√(var(ln(open/close before)) + k var(ln(close/open)) + (1 − k) rogersSatchell²),"
                            + " k = 0.34 / (1.34 + 21/19)")
            .by("Yang, Zhang 2000");
    private static final Feature RATIO = Feature.of(
            "volatility.ratio(20,60)", "1", LONG_WINDOW + 1, "closeToClose of 20 bars / closeToClose of 60 bars");
    private static final List<Feature> FEATURES =
            List.of(CLOSE_TO_CLOSE, PARKINSON, GARMAN_KLASS, ROGERS_SATCHELL, YANG_ZHANG, RATIO);

    private final RollingMoments returns = new RollingMoments(WINDOW);
    private final RollingMoments longReturns = new RollingMoments(LONG_WINDOW);
    private final RollingMoments gaps = new RollingMoments(WINDOW);
    private final RollingMoments bodies = new RollingMoments(WINDOW);
    private final RollingSum squaredRanges = new RollingSum(WINDOW);
    private final RollingSum garmanKlass = new RollingSum(WINDOW);
    private final RollingSum rogersSatchell = new RollingSum(WINDOW);
    private double previousClose = Double.NaN;

    @Override
    void update(Sample sample, Values out) {
        take(sample.values());
        if (squaredRanges.isReady()) {
            out.put(PARKINSON, Math.sqrt(squaredRanges.sum() / WINDOW / (4 * LN_2)));
            out.put(GARMAN_KLASS, Math.sqrt(Math.max(0, garmanKlass.sum() / WINDOW)));
            out.put(ROGERS_SATCHELL, Math.sqrt(Math.max(0, rogersSatchell.sum() / WINDOW)));
        }
        if (returns.isReady()) {
            out.put(CLOSE_TO_CLOSE, Math.sqrt(sampleVariance(returns)));
            out.put(YANG_ZHANG, yangZhang());
        }
        if (longReturns.isReady()) {
            double slow = Math.sqrt(sampleVariance(longReturns));
            out.put(RATIO, slow > 0 ? Math.sqrt(sampleVariance(returns)) / slow : 1);
        }
    }

    private void take(BarValues bar) {
        double up = StrictMath.log(bar.high() / bar.open());
        double down = StrictMath.log(bar.low() / bar.open());
        double body = StrictMath.log(bar.close() / bar.open());
        double range = up - down;
        squaredRanges.add(range * range);
        garmanKlass.add(0.5 * range * range - (2 * LN_2 - 1) * body * body);
        rogersSatchell.add(up * (up - body) + down * (down - body));
        if (!Double.isNaN(previousClose)) {
            double change = StrictMath.log(bar.close() / previousClose);
            returns.add(change);
            longReturns.add(change);
            gaps.add(StrictMath.log(bar.open() / previousClose));
            bodies.add(body);
        }
        previousClose = bar.close();
    }

    private double yangZhang() {
        double variance = sampleVariance(gaps)
                + CLOSE_WEIGHT * sampleVariance(bodies)
                + (1 - CLOSE_WEIGHT) * Math.max(0, rogersSatchell.sum() / WINDOW);
        return Math.sqrt(variance);
    }

    private static double sampleVariance(RollingMoments moments) {
        double deviation = moments.deviation();
        return deviation * deviation * moments.size() / (moments.size() - 1);
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "volatility";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(returns);
        memory.carry(longReturns);
        memory.carry(gaps);
        memory.carry(bodies);
        memory.carry(squaredRanges);
        memory.carry(garmanKlass);
        memory.carry(rogersSatchell);
        previousClose = memory.carry(previousClose);
    }
}
