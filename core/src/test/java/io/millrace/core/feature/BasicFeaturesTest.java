package io.millrace.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BasicFeaturesTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final int LENGTH = 80;

    private static List<Bar> bars(long seed) {
        var random = new Random(seed);
        var bars = new ArrayList<Bar>();
        long price = 900_00000000L;
        for (int i = 0; i < LENGTH; i++) {
            price += random.nextInt(600_000_001) - 300_000_000;
            var close = new Price(price);
            var volume = new Quantity(1 + random.nextLong(1_000_000_000));
            var bought = new Quantity(random.nextLong(volume.units() + 1));
            bars.add(new Bar(
                    InstrumentId.of("BTC-USD.BITSTAMP"),
                    37 * MINUTE * i,
                    MINUTE,
                    close,
                    close,
                    close,
                    close,
                    volume,
                    close.times(volume),
                    bought,
                    3,
                    37 * MINUTE * i));
        }
        return bars;
    }

    @Test
    void everyFeatureFollowsItsFormula() {
        var bars = bars(1);
        var features = FeatureSets.named("basic");
        for (int i = 0; i < LENGTH; i++) {
            var bar = bars.get(i);
            var vector = features.update(bar, 42);
            for (int k : new int[] {1, 5, 15}) {
                double expected = i < k ? Double.NaN : Math.log(close(bars, i) / close(bars, i - k));
                isCloseOrAbsent(vector, "logReturn(" + k + ")", expected);
            }
            isCloseOrAbsent(vector, "realisedVolatility(20)", i < 20 ? Double.NaN : realisedVolatility(bars, i));
            isCloseOrAbsent(vector, "vwapDistance(20)", i < 19 ? Double.NaN : vwapDistance(bars, i));
            isCloseOrAbsent(vector, "volumeZScore(20)", i < 19 ? Double.NaN : volumeZScore(bars, i));
            double volume = bar.volume().toDouble();
            isCloseOrAbsent(vector, "volumeImbalance", (2 * bar.buyVolume().toDouble() - volume) / volume);
            double day = 2 * Math.PI * (bar.openTimeNanos() % (1440 * MINUTE)) / (1440.0 * MINUTE);
            isCloseOrAbsent(vector, "timeOfDay.sin", Math.sin(day));
            isCloseOrAbsent(vector, "timeOfDay.cos", Math.cos(day));
        }
    }

    @Test
    void staysSilentUntilWarmAndGivesWhatItDeclares() {
        var features = FeatureSets.named("basic");
        int seen = 0;
        for (Bar bar : bars(2)) {
            var vector = features.update(bar, 42);
            seen++;
            int bars = seen;
            assertThat(vector.values())
                    .containsOnlyKeys(features.features().stream()
                            .filter(feature -> bars >= feature.warmUp())
                            .map(Feature::name)
                            .toList());
        }
    }

    @Test
    void saysWhatItIsOf() {
        var bar = bars(3).get(7);
        var vector = FeatureSets.named("basic").update(bar, 42);
        assertThat(vector.featureSet()).isEqualTo("basic");
        assertThat(vector.featureSetVersion()).isEqualTo(1);
        assertThat(vector.instrument()).isEqualTo(bar.instrument());
        assertThat(vector.barOpenNanos()).isEqualTo(bar.openTimeNanos());
        assertThat(vector.intervalNanos()).isEqualTo(MINUTE);
        assertThat(vector.eventTimeNanos()).isEqualTo(42);
    }

    @Test
    void aBarWithoutVolumeIsBalanced() {
        var one = Price.of("1");
        var still = new Bar(
                InstrumentId.of("EUR-USD.OANDA"),
                0,
                MINUTE,
                one,
                one,
                one,
                one,
                Quantity.ZERO,
                Money.ZERO,
                Quantity.ZERO,
                0,
                0);
        assertThat(FeatureSets.named("basic").update(still, 1).values()).containsEntry("volumeImbalance", 0.0);
    }

    @Property(tries = 200)
    void continuesFromASnapshotToTheLastBit(@ForAll long seed, @ForAll @IntRange(max = LENGTH) int cut) {
        var bars = bars(seed);
        var whole = run(FeatureSets.named("basic"), bars);
        var first = FeatureSets.named("basic");
        var vectors = new ArrayList<>(run(first, bars.subList(0, cut)));
        assertThat(whole.subList(0, cut)).isEqualTo(vectors);
        var second = FeatureSets.named("basic");
        run(second, bars(seed + 1));
        second.restore(first.snapshot());
        vectors.addAll(run(second, bars.subList(cut, LENGTH)));
        assertThat(vectors).isEqualTo(whole);
    }

    @Test
    void refusesTheStateOfAnotherSet() {
        assertThatThrownBy(() -> FeatureSets.named("basic").restore(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the state of basic is ")
                .hasMessageEndingWith(" numbers, was given 3");
    }

    private static List<FeatureVector> run(FeatureSet features, List<Bar> bars) {
        return bars.stream()
                .map(bar -> features.update(bar, bar.endTimeNanos()))
                .toList();
    }

    private static void isCloseOrAbsent(FeatureVector vector, String name, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(vector.values()).doesNotContainKey(name);
        } else {
            assertThat(vector.values().get(name)).as(name).isCloseTo(expected, within(1e-12));
        }
    }

    private static double close(List<Bar> bars, int i) {
        return bars.get(i).close().toDouble();
    }

    private static double realisedVolatility(List<Bar> bars, int last) {
        double squares = 0;
        for (int i = last - 19; i <= last; i++) {
            squares += Math.pow(Math.log(close(bars, i) / close(bars, i - 1)), 2);
        }
        return Math.sqrt(squares);
    }

    private static double vwapDistance(List<Bar> bars, int last) {
        var window = bars.subList(last - 19, last + 1);
        double notional =
                window.stream().mapToDouble(bar -> bar.notional().toDouble()).sum();
        double volume =
                window.stream().mapToDouble(bar -> bar.volume().toDouble()).sum();
        return close(bars, last) / (notional / volume) - 1;
    }

    private static double volumeZScore(List<Bar> bars, int last) {
        double[] volumes = bars.subList(last - 19, last + 1).stream()
                .mapToDouble(bar -> bar.volume().toDouble())
                .toArray();
        double mean = 0;
        for (double volume : volumes) {
            mean += volume / 20;
        }
        double squares = 0;
        for (double volume : volumes) {
            squares += (volume - mean) * (volume - mean) / 20;
        }
        return (volumes[19] - mean) / Math.sqrt(squares);
    }
}
