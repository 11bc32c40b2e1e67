package io.millrace.core.feature;

import io.millrace.core.market.Bar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The features of bars alone of the set {@code market}, each by its formula over the whole history, bar by bar. */
final class NaiveFeatures {
    private final List<Bar> bars;
    private final int last;
    private final Map<String, Double> values = new TreeMap<>();

    private NaiveFeatures(List<Bar> bars, int last) {
        this.bars = bars;
        this.last = last;
    }

    /** After the bar at that index; those that warm up are left out, {@code vpin} too. */
    static Map<String, Double> at(List<Bar> bars, int last) {
        var naive = new NaiveFeatures(bars, last);
        naive.returns();
        naive.volatility();
        naive.flow();
        naive.liquidity();
        naive.trend();
        naive.calendar();
        naive.fractional();
        return naive.values;
    }

    private void put(int warmUp, String name, DoubleSupplier value) {
        if (last + 1 >= warmUp) {
            values.put(name, value.getAsDouble());
        }
    }

    private double open(int i) {
        return bars.get(i).open().toDouble();
    }

    private double high(int i) {
        return bars.get(i).high().toDouble();
    }

    private double low(int i) {
        return bars.get(i).low().toDouble();
    }

    private double close(int i) {
        return bars.get(i).close().toDouble();
    }

    private double volume(int i) {
        return bars.get(i).volume().toDouble();
    }

    private double signed(int i) {
        return bars.get(i).buyVolume().toDouble()
                - (volume(i) - bars.get(i).buyVolume().toDouble());
    }

    private double logReturn(int i) {
        return Math.log(close(i)) - Math.log(close(i - 1));
    }

    /** Over the last n bars. */
    private double sum(int n, IntToDoubleFunction of) {
        return IntStream.rangeClosed(last - n + 1, last).mapToDouble(of).sum();
    }

    private double mean(int n, IntToDoubleFunction of) {
        return sum(n, of) / n;
    }

    private double variance(int n, IntToDoubleFunction of) {
        double mean = mean(n, of);
        return mean(n, i -> (of.applyAsDouble(i) - mean) * (of.applyAsDouble(i) - mean));
    }

    private double covariance(int n, IntToDoubleFunction x, IntToDoubleFunction y) {
        double meanX = mean(n, x);
        double meanY = mean(n, y);
        return mean(n, i -> (x.applyAsDouble(i) - meanX) * (y.applyAsDouble(i) - meanY));
    }

    private void returns() {
        for (int bars : new int[] {1, 5, 15, 30, 60}) {
            put(bars + 1, "logReturn(" + bars + ")", () -> Math.log(close(last) / close(last - bars)));
        }
        put(2, "gapReturn", () -> Math.log(open(last)) - Math.log(close(last - 1)));
        put(1, "bodyReturn", () -> Math.log(close(last)) - Math.log(open(last)));
        double range = high(last) - low(last);
        put(
                1,
                "closeLocation",
                () -> range == 0 ? 0 : ((close(last) - low(last)) - (high(last) - close(last))) / range);
    }

    private void volatility() {
        put(21, "realisedVolatility(20)", () -> Math.sqrt(sum(20, i -> logReturn(i) * logReturn(i))));
        put(21, "volatility.closeToClose(20)", () -> Math.sqrt(variance(20, this::logReturn) * 20 / 19));
        put(
                20,
                "volatility.parkinson(20)",
                () -> Math.sqrt(mean(20, i -> Math.pow(Math.log(high(i) / low(i)), 2) / (4 * Math.log(2)))));
        put(20, "volatility.garmanKlass(20)", () -> Math.sqrt(mean(20, this::garmanKlass)));
        put(20, "volatility.rogersSatchell(20)", () -> Math.sqrt(mean(20, this::rogersSatchell)));
        put(21, "volatility.yangZhang(20)", () -> {
            double k = 0.34 / (1.34 + 21.0 / 19);
            double overnight = variance(20, i -> Math.log(open(i) / close(i - 1))) * 20 / 19;
            double openToClose = variance(20, i -> Math.log(close(i) / open(i))) * 20 / 19;
            return Math.sqrt(overnight + k * openToClose + (1 - k) * mean(20, this::rogersSatchell));
        });
        put(
                61,
                "volatility.ratio(20,60)",
                () -> Math.sqrt(variance(20, this::logReturn) * 20 / 19 / (variance(60, this::logReturn) * 60 / 59)));
    }

    private double garmanKlass(int i) {
        return 0.5 * Math.pow(Math.log(high(i) / low(i)), 2)
                - (2 * Math.log(2) - 1) * Math.pow(Math.log(close(i) / open(i)), 2);
    }

    private double rogersSatchell(int i) {
        return Math.log(high(i) / close(i)) * Math.log(high(i) / open(i))
                + Math.log(low(i) / close(i)) * Math.log(low(i) / open(i));
    }

    private void flow() {
        put(1, "signedVolume", () -> signed(last));
        put(1, "volumeImbalance", () -> signed(last) / volume(last));
        for (int bars : new int[] {5, 20, 60}) {
            put(bars, "orderFlowImbalance(" + bars + ")", () -> sum(bars, this::signed) / sum(bars, this::volume));
        }
        IntToDoubleFunction intensity =
                i -> bars.get(i).tradeCount() / (bars.get(i).intervalNanos() / 1e9);
        put(1, "tradeIntensity", () -> intensity.applyAsDouble(last));
        put(
                20,
                "tradeIntensityZScore(20)",
                () -> (intensity.applyAsDouble(last) - mean(20, intensity)) / Math.sqrt(variance(20, intensity)));
        put(
                20,
                "vwapDistance(20)",
                () -> close(last) / (sum(20, i -> bars.get(i).notional().toDouble()) / sum(20, this::volume)) - 1);
        put(
                20,
                "volumeZScore(20)",
                () -> (volume(last) - mean(20, this::volume)) / Math.sqrt(variance(20, this::volume)));
    }

    private void liquidity() {
        IntToDoubleFunction change = i -> close(i) - close(i - 1);
        put(51, "kyleLambda(50)", () -> covariance(50, this::signed, change) / variance(50, this::signed));
        put(
                21,
                "amihud(20)",
                () -> mean(
                        20,
                        i -> 1e6
                                * Math.abs(logReturn(i))
                                / bars.get(i).notional().toDouble()));
    }

    private void trend() {
        int[] periods = {5, 20, 60, 240};
        for (int k = 0; k < 3; k++) {
            int fast = periods[k];
            int slow = periods[k + 1];
            put(slow, "trend(%d,%d)".formatted(fast, slow), () -> ema(fast) / ema(slow) - 1);
        }
        for (int bars : new int[] {20, 60}) {
            IntToDoubleFunction logClose = i -> Math.log(close(i));
            IntToDoubleFunction time = i -> i;
            put(bars, "slope(" + bars + ")", () -> covariance(bars, time, logClose) / variance(bars, time));
            put(
                    bars,
                    "trendFit(" + bars + ")",
                    () -> Math.pow(covariance(bars, time, logClose), 2)
                            / variance(bars, time)
                            / variance(bars, logClose));
            put(bars, "channelPosition(" + bars + ")", () -> channel(bars));
        }
        for (int bars : new int[] {5, 20, 60}) {
            put(
                    61,
                    "momentum(" + bars + ")",
                    () -> Math.log(close(last) / close(last - bars)) / Math.sqrt(variance(60, this::logReturn) * bars));
        }
    }

    private double ema(int period) {
        double average =
                IntStream.range(0, period).mapToDouble(this::close).average().orElseThrow();
        for (int i = period; i <= last; i++) {
            average += (close(i) - average) * 2 / (period + 1);
        }
        return average;
    }

    private double channel(int n) {
        double[] window = IntStream.rangeClosed(last - n + 1, last)
                .mapToDouble(i -> Math.log(close(i)))
                .sorted()
                .toArray();
        return (Math.log(close(last)) - window[0]) / (window[n - 1] - window[0]);
    }

    private void calendar() {
        var time = Instant.ofEpochSecond(0, bars.get(last).openTimeNanos()).atOffset(ZoneOffset.UTC);
        double day = time.toLocalTime().toNanoOfDay() / 86_400e9;
        put(1, "timeOfDay.sin", () -> Math.sin(2 * Math.PI * day));
        put(1, "timeOfDay.cos", () -> Math.cos(2 * Math.PI * day));
        double week = (time.getDayOfWeek().getValue() - 1 + day) / 7;
        put(1, "timeOfWeek.sin", () -> Math.sin(2 * Math.PI * week));
        put(1, "timeOfWeek.cos", () -> Math.cos(2 * Math.PI * week));
        put(1, "weekend", () -> time.getDayOfWeek().getValue() >= 6 ? 1 : 0);
        var date = time.toLocalDate();
        put(1, "timeOfMonth", () -> (date.getDayOfMonth() - 1.0) / date.lengthOfMonth());
        put(1, "timeOfYear.sin", () -> Math.sin(2 * Math.PI * (date.getDayOfYear() - 1) / date.lengthOfYear()));
        put(1, "timeOfYear.cos", () -> Math.cos(2 * Math.PI * (date.getDayOfYear() - 1) / date.lengthOfYear()));
    }

    /** By the binomial series of (1 − B)^d: w(k) = Π (i − 1 − d) / i. */
    private void fractional() {
        for (double order : new double[] {0.3, 0.4, 0.5}) {
            var weights = new ArrayList<Double>();
            double weight = 1;
            for (int k = 1; Math.abs(weight) >= 1e-3; k++) {
                weights.add(weight);
                weight = 1;
                for (int i = 1; i <= k; i++) {
                    weight *= (i - 1 - order) / i;
                }
            }
            put(weights.size(), "fractionalDifference(" + order + ")", () -> IntStream.range(0, weights.size())
                    .mapToDouble(k -> weights.get(k) * Math.log(close(last - k)))
                    .sum());
        }
    }
}
