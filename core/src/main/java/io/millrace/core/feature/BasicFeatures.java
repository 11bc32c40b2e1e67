package io.millrace.core.feature;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.indicator.volume.VolumeStatistics;
import io.millrace.core.indicator.volume.Vwap;
import io.millrace.core.market.Bar;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The set {@code basic}, version 1. Of the bars that exist: a bar without a trade is not counted.
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
final class BasicFeatures implements FeatureSet {
    private static final int VERSION = 1;
    private static final int WINDOW = 20;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final List<Feature> FEATURES = List.of(
            new Feature("logReturn(1)", "1", 2, "ln(close / close 1 bar before)"),
            new Feature("logReturn(5)", "1", 6, "ln(close / close 5 bars before)"),
            new Feature("logReturn(15)", "1", 16, "ln(close / close 15 bars before)"),
            new Feature("realisedVolatility(20)", "per 20 bars", WINDOW + 1, "√Σ of the last 20 logReturn(1)²"),
            new Feature("volumeImbalance", "1", 1, "(2 × buyVolume − volume) / volume"),
            new Feature("vwapDistance(20)", "1", WINDOW, "close / vwap(20) − 1"),
            new Feature("volumeZScore(20)", "deviations", WINDOW, "(volume − mean(20)) / deviation(20)"),
            new Feature("timeOfDay.sin", "1", 1, "sin(2π × part of the UTC day at the bar's open)"),
            new Feature("timeOfDay.cos", "1", 1, "cos(2π × part of the UTC day at the bar's open)"));

    private final LogReturn[] returns = {new LogReturn(1), new LogReturn(5), new LogReturn(15)};
    private final RollingSum squaredReturns = new RollingSum(WINDOW);
    private final Vwap vwap = new Vwap(WINDOW);
    private final VolumeStatistics volume = new VolumeStatistics(WINDOW);

    @Override
    public FeatureVector update(Bar bar, long eventTimeNanos) {
        var numbers = BarValues.of(bar);
        var values = new TreeMap<String, Double>();
        putReturns(numbers, values);
        putVolume(numbers, values);
        putTimeOfDay(bar, values);
        return FeatureVector.of(name(), VERSION, bar, eventTimeNanos, values);
    }

    private void putReturns(BarValues bar, SortedMap<String, Double> values) {
        for (LogReturn logReturn : returns) {
            logReturn.add(bar.close());
            if (logReturn.isReady()) {
                values.put(logReturn.name(), logReturn.value());
            }
        }
        if (returns[0].isReady()) {
            squaredReturns.add(returns[0].value() * returns[0].value());
        }
        if (squaredReturns.isReady()) {
            values.put("realisedVolatility(20)", Math.sqrt(squaredReturns.sum()));
        }
    }

    private void putVolume(BarValues bar, SortedMap<String, Double> values) {
        values.put("volumeImbalance", bar.volume() > 0 ? (2 * bar.buyVolume() - bar.volume()) / bar.volume() : 0);
        vwap.update(bar);
        if (vwap.isReady()) {
            values.put("vwapDistance(20)", bar.close() / vwap.value() - 1);
        }
        volume.update(bar);
        if (volume.isReady()) {
            values.put("volumeZScore(20)", volume.zScore());
        }
    }

    private static void putTimeOfDay(Bar bar, SortedMap<String, Double> values) {
        double passed = Math.floorMod(bar.openTimeNanos(), DAY_NANOS) / (double) DAY_NANOS;
        values.put("timeOfDay.sin", StrictMath.sin(2 * Math.PI * passed));
        values.put("timeOfDay.cos", StrictMath.cos(2 * Math.PI * passed));
    }

    @Override
    public String name() {
        return "basic";
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public int stateSize() {
        int size = squaredReturns.stateSize() + vwap.stateSize() + volume.stateSize();
        for (LogReturn logReturn : returns) {
            size += logReturn.stateSize();
        }
        return size;
    }

    @Override
    public void save(StateWriter out) {
        for (LogReturn logReturn : returns) {
            logReturn.save(out);
        }
        squaredReturns.save(out);
        vwap.save(out);
        volume.save(out);
    }

    @Override
    public void load(StateReader in) {
        for (LogReturn logReturn : returns) {
            logReturn.load(in);
        }
        squaredReturns.load(in);
        vwap.load(in);
        volume.load(in);
    }
}
