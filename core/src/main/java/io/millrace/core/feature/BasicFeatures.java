package io.millrace.core.feature;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.volume.VolumeStatistics;
import io.millrace.core.indicator.volume.Vwap;
import io.millrace.core.market.Bar;
import java.util.List;

/**
 * Of the bars that exist: a bar without a trade is not counted.
 *
 * <ul>
 *   <li>{@code logReturn(k)} = ln(close / close k bars before), for k = 1, 5, 15; no unit
 *   <li>{@code realisedVolatility(20)} = √Σ r², r the last 20 values of logReturn(1); per 20 bars, not annualised
 *       (Andersen, Bollerslev, "Answering the Skeptics", 1998)
 *   <li>{@code volumeImbalance} = (2 × buyVolume − volume) / volume of the bar, in [−1, 1]; 0 without volume
 *   <li>{@code vwapDistance(20)} = close / vwap(20) − 1; no unit
 *   <li>{@code volumeZScore(20)} = (volume − mean) / population deviation of the last 20 volumes; in deviations
 *   <li>{@code timeOfDay.sin}, {@code timeOfDay.cos} of 2π × the part of the UTC day that has passed when the bar opens
 * </ul>
 *
 * <p>Logarithms, sines and cosines are those of {@link StrictMath}: the same bits on every machine.
 */
final class BasicFeatures extends Family {
    private static final int WINDOW = 20;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private static final Feature RETURN_1 = Feature.of("logReturn(1)", "1", 2, "ln(close / close 1 bar before)");
    private static final Feature RETURN_5 = Feature.of("logReturn(5)", "1", 6, "ln(close / close 5 bars before)");
    private static final Feature RETURN_15 = Feature.of("logReturn(15)", "1", 16, "ln(close / close 15 bars before)");
    private static final Feature VOLATILITY = Feature.of(
                    "realisedVolatility(20)", "per 20 bars", WINDOW + 1, "√Σ of the last 20 logReturn(1)²")
            .by("Andersen, Bollerslev 1998");
    private static final Feature IMBALANCE =
            Feature.of("volumeImbalance", "1", 1, "(2 × buyVolume − volume) / volume; 0 without volume");
    private static final Feature VWAP_DISTANCE =
            Feature.of("vwapDistance(20)", "1", WINDOW, "close / vwap(20) − 1").by("Berkowitz, Logue, Noser 1988");
    private static final Feature VOLUME_Z_SCORE =
            Feature.of("volumeZScore(20)", "deviations", WINDOW, "(volume − mean(20)) / deviation(20)");
    private static final Feature DAY_SIN =
            Feature.of("timeOfDay.sin", "1", 1, "sin(2π × part of the UTC day at the bar's open)");
    private static final Feature DAY_COS =
            Feature.of("timeOfDay.cos", "1", 1, "cos(2π × part of the UTC day at the bar's open)");

    private static final List<Feature> RETURNS = List.of(RETURN_1, RETURN_5, RETURN_15);
    private static final List<Feature> FEATURES = List.of(
            RETURN_1, RETURN_5, RETURN_15, VOLATILITY, IMBALANCE, VWAP_DISTANCE, VOLUME_Z_SCORE, DAY_SIN, DAY_COS);

    private final LogReturn[] returns = {new LogReturn(1), new LogReturn(5), new LogReturn(15)};
    private final RollingSum squaredReturns = new RollingSum(WINDOW);
    private final Vwap vwap = new Vwap(WINDOW);
    private final VolumeStatistics volume = new VolumeStatistics(WINDOW);

    @Override
    void update(Sample sample, Values out) {
        putReturns(sample.values(), out);
        putVolume(sample.values(), out);
        putTimeOfDay(sample.bar(), out);
    }

    private void putReturns(BarValues bar, Values out) {
        for (int i = 0; i < returns.length; i++) {
            returns[i].add(bar.close());
            if (returns[i].isReady()) {
                out.put(RETURNS.get(i), returns[i].value());
            }
        }
        if (returns[0].isReady()) {
            squaredReturns.add(returns[0].value() * returns[0].value());
        }
        if (squaredReturns.isReady()) {
            out.put(VOLATILITY, Math.sqrt(squaredReturns.sum()));
        }
    }

    private void putVolume(BarValues bar, Values out) {
        out.put(IMBALANCE, bar.volume() > 0 ? (2 * bar.buyVolume() - bar.volume()) / bar.volume() : 0);
        vwap.update(bar);
        if (vwap.isReady()) {
            out.put(VWAP_DISTANCE, bar.close() / vwap.value() - 1);
        }
        volume.update(bar);
        if (volume.isReady()) {
            out.put(VOLUME_Z_SCORE, volumeZScore(bar.volume()));
        }
    }

    /**
     * From the rounded mean, as version 1 was released: to the last bit that is not {@link VolumeStatistics#zScore()}, which
     * keeps the digits that the mean loses.
     */
    private double volumeZScore(double latest) {
        double deviation = volume.deviation();
        return deviation > 0 ? (latest - volume.mean()) / deviation : 0;
    }

    private static void putTimeOfDay(Bar bar, Values out) {
        double passed = Math.floorMod(bar.openTimeNanos(), DAY_NANOS) / (double) DAY_NANOS;
        out.put(DAY_SIN, StrictMath.sin(2 * Math.PI * passed));
        out.put(DAY_COS, StrictMath.cos(2 * Math.PI * passed));
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "basic";
    }

    @Override
    protected void memory(Memory memory) {
        for (LogReturn logReturn : returns) {
            memory.carry(logReturn);
        }
        memory.carry(squaredReturns);
        memory.carry(vwap);
        memory.carry(volume);
    }
}
