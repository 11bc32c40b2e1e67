package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.average.Ema;
import java.util.List;

/**
 * Trend and momentum over several horizons of one series of bars.
 *
 * <ul>
 *   <li>{@code trend(f,s)} = ema(f) / ema(s) − 1; the averages are seeded with the mean of their first closes
 *   <li>{@code slope(n)}: ordinary least squares of ln close on time over n bars; per bar
 *   <li>{@code trendFit(n)}: R² of that line, in [0, 1]; 1 where the close did not move
 *   <li>{@code momentum(k)} = ln(close / close k bars before) / (deviation of the last 60 log returns × √k): how many
 *       deviations a walk without drift would have to be away (Jegadeesh, Titman, "Returns to Buying Winners and Selling
 *       Losers", 1993, scaled by volatility as by Moskowitz, Ooi, Pedersen, "Time Series Momentum", 2012)
 *   <li>{@code channelPosition(n)}: where ln close lies between the lowest and highest of the last n, in [0, 1]; ½ where
 *       all are equal
 * </ul>
 */
final class TrendFeatures extends Family {
    private static final int SHORT = 20;
    private static final int LONG = 60;
    private static final int[] HORIZONS = {5, 20, 60};

    private static final List<Feature> TRENDS = List.of(
            Feature.of("trend(5,20)", "1", 20, "ema(5) / ema(20) − 1"),
            Feature.of("trend(20,60)", "1", 60, "ema(20) / ema(60) − 1"),
            Feature.of("trend(60,240)", "1", 240, "ema(60) / ema(240) − 1"));
    private static final Feature SLOPE_20 =
            Feature.of("slope(20)", "per bar", SHORT, "least squares of ln close on time, 20 bars");
    private static final Feature SLOPE_60 =
            Feature.of("slope(60)", "per bar", LONG, "least squares of ln close on time, 60 bars");
    private static final Feature FIT_20 = Feature.of("trendFit(20)", "1", SHORT, "R² of slope(20)");
    private static final Feature FIT_60 = Feature.of("trendFit(60)", "1", LONG, "R² of slope(60)");
    private static final List<Feature> MOMENTA = List.of(momentum(5), momentum(20), momentum(60));
    private static final Feature CHANNEL_20 = channel(SHORT);
    private static final Feature CHANNEL_60 = channel(LONG);
    private static final List<Feature> FEATURES = List.of(
            TRENDS.get(0),
            TRENDS.get(1),
            TRENDS.get(2),
            SLOPE_20,
            SLOPE_60,
            FIT_20,
            FIT_60,
            MOMENTA.get(0),
            MOMENTA.get(1),
            MOMENTA.get(2),
            CHANNEL_20,
            CHANNEL_60);

    private final Ema[] averages = {new Ema(5), new Ema(20), new Ema(60), new Ema(240)};
    private final Ring logCloses = new Ring(LONG + 1);
    private final Regression line = new Regression();

    private static Feature momentum(int bars) {
        return Feature.of(
                        "momentum(" + bars + ")",
                        "deviations",
                        LONG + 1,
                        "logReturn(%d) / (deviation of the last 60 logReturn(1) × √%d); 0 where nothing moved"
                                .formatted(bars, bars))
                .by("Moskowitz, Ooi, Pedersen 2012");
    }

    private static Feature channel(int bars) {
        return Feature.of(
                "channelPosition(" + bars + ")",
                "1",
                bars,
                "(ln close − lowest) / (highest − lowest) of the last %d, ½ if all are equal".formatted(bars));
    }

    @Override
    void update(Sample sample, Values out) {
        double close = sample.values().close();
        logCloses.add(StrictMath.log(close));
        for (Ema average : averages) {
            average.add(close);
        }
        for (int i = 0; i < TRENDS.size(); i++) {
            if (averages[i + 1].isReady()) {
                out.put(TRENDS.get(i), averages[i].value() / averages[i + 1].value() - 1);
            }
        }
        putLine(SHORT, SLOPE_20, FIT_20, CHANNEL_20, out);
        putLine(LONG, SLOPE_60, FIT_60, CHANNEL_60, out);
        putMomenta(out);
    }

    private void putLine(int bars, Feature slope, Feature fit, Feature channel, Values out) {
        if (logCloses.count() < bars) {
            return;
        }
        line.computeTrend(logCloses, bars);
        out.put(slope, line.slope());
        double correlation = line.correlation();
        out.put(fit, Double.isNaN(correlation) ? 1 : correlation * correlation);
        out.put(channel, channelPosition(bars));
    }

    private double channelPosition(int bars) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars; i++) {
            lowest = Math.min(lowest, logCloses.get(i));
            highest = Math.max(highest, logCloses.get(i));
        }
        return highest > lowest ? (logCloses.get(0) - lowest) / (highest - lowest) : 0.5;
    }

    private void putMomenta(Values out) {
        if (logCloses.count() <= LONG) {
            return;
        }
        double deviation = returnDeviation();
        for (int i = 0; i < HORIZONS.length; i++) {
            double change = logCloses.get(0) - logCloses.get(HORIZONS[i]);
            out.put(MOMENTA.get(i), deviation > 0 ? change / (deviation * Math.sqrt(HORIZONS[i])) : 0);
        }
    }

    private double returnDeviation() {
        double mean = (logCloses.get(0) - logCloses.get(LONG)) / LONG;
        double squares = 0;
        for (int i = 0; i < LONG; i++) {
            double apart = logCloses.get(i) - logCloses.get(i + 1) - mean;
            squares += apart * apart;
        }
        return Math.sqrt(squares / LONG);
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "trend";
    }

    @Override
    protected void memory(Memory memory) {
        for (Ema average : averages) {
            memory.carry(average);
        }
        memory.carry(logCloses);
    }
}
