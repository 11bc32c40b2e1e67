package io.millrace.core.feature;

import static io.millrace.core.feature.FeatureMarket.MINUTE;
import static io.millrace.core.feature.FeatureMarket.run;
import static io.millrace.core.feature.FeatureMarket.steps;
import static io.millrace.core.feature.FeatureMarket.trades;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.feature.FeatureMarket.Step;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketFeaturesTest {
    private static final List<Long> INTERVALS = List.of(MINUTE);
    private static final List<Step> STEPS = steps(trades(1, 6_000), List.of(), INTERVALS);
    private static final List<Bar> BARS =
            STEPS.stream().map(Step::bar).filter(Objects::nonNull).toList();

    private static Map<String, Double> only(FeatureVector vector, Set<String> names) {
        var values = new TreeMap<>(vector.values());
        values.keySet().retainAll(names);
        return values;
    }

    private static Set<String> names(FeatureInput input) {
        var names = new HashSet<String>();
        FeatureSets.named("market").features().stream()
                .filter(feature -> feature.input() == input)
                .forEach(feature -> names.add(feature.name()));
        return names;
    }

    @Test
    void everyFeatureOfBarsEqualsItsFormulaOverTheHistory() {
        var ofBars = names(FeatureInput.BARS);
        ofBars.remove("vpin(20)");
        var vectors = run(List.of("market"), INTERVALS, STEPS);
        assertThat(vectors).hasSizeGreaterThan(400).hasSameSizeAs(BARS);
        for (int i = 0; i < vectors.size(); i++) {
            var expected = NaiveFeatures.at(BARS, i);
            var actual = only(vectors.get(i), ofBars);
            assertThat(actual).containsOnlyKeys(expected.keySet());
            int bar = i;
            expected.forEach((name, value) -> assertThat(actual.get(name))
                    .as("%s of bar %d", name, bar)
                    .isCloseTo(value, within(1e-10 + 1e-9 * Math.abs(value))));
        }
        assertThat(only(vectors.get(vectors.size() - 1), ofBars)).containsOnlyKeys(ofBars);
    }

    @Test
    void theNineOfBasicAreTheSameToTheLastBit() {
        var basic = FeatureSets.named("basic");
        var market = FeatureSets.named("market");
        var names = new HashSet<String>();
        basic.features().forEach(feature -> names.add(feature.name()));
        assertThat(market.features().subList(0, 9)).isEqualTo(basic.features());
        for (Bar bar : BARS) {
            assertThat(only(market.update(bar, 1), names))
                    .isEqualTo(basic.update(bar, 1).values());
        }
    }

    @Test
    void aReplayOfTheBarsAloneGivesTheSameButForWhatNeedsTrades() {
        var ofBars = names(FeatureInput.BARS);
        var market = FeatureSets.named("market");
        for (var vector : run(List.of("market"), INTERVALS, STEPS)) {
            var bar = BARS.stream()
                    .filter(b -> b.openTimeNanos() == vector.barOpenNanos())
                    .findFirst()
                    .orElseThrow();
            assertThat(market.update(bar, vector.eventTimeNanos()).values()).isEqualTo(only(vector, ofBars));
        }
    }

    /** By hand: Parkinson's is ln 2 / √(4 ln 2) where high is twice low. */
    @Test
    void rangeEstimatorsOfBarsThatDoubleAndHalveAreWhatThePapersSay() {
        var market = FeatureSets.named("market");
        FeatureVector vector = null;
        for (int i = 0; i < 30; i++) {
            // from 1 up to 2, back to 1: no change from open to close, none between bars
            vector = market.update(bar(i, "1", "2", "1", "1", "10", "5", 4), 1);
        }
        double ln2 = Math.log(2);
        var values = vector.values();
        assertThat(values.get("volatility.parkinson(20)")).isCloseTo(ln2 / Math.sqrt(4 * ln2), within(1e-15));
        assertThat(values.get("volatility.garmanKlass(20)")).isCloseTo(ln2 * Math.sqrt(0.5), within(1e-15));
        assertThat(values.get("volatility.rogersSatchell(20)")).isCloseTo(ln2, within(1e-15));
        assertThat(values.get("volatility.closeToClose(20)")).isZero();
        double k = 0.34 / (1.34 + 21.0 / 19);
        assertThat(values.get("volatility.yangZhang(20)")).isCloseTo(ln2 * Math.sqrt(1 - k), within(1e-15));
    }

    @Test
    void kylesLambdaFindsTheImpactThatWasPutIn() {
        var market = FeatureSets.named("market");
        var values = new TreeMap<String, Double>();
        long price = 1_000_00000000L;
        for (int i = 0; i < 60; i++) {
            long bought = (i * 7919L % 11) * 100_000_000L;
            // the price moves by 0.25 for each unit that buyers take more than sellers, of a volume of 10
            price += (2 * bought - 10_00000000L) / 4;
            var close = new Price(price).toString();
            var bar = bar(i, close, close, close, close, "10", new Quantity(bought).toString(), 5);
            values.putAll(market.update(bar, 1).values());
        }
        assertThat(values.get("kyleLambda(50)")).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void kylesLambdaIsAbsentWhereAllBarsHaveTheSameSignedVolume() {
        var market = FeatureSets.named("market");
        for (int i = 0; i < 60; i++) {
            var close = i % 3 == 0 ? "100.10" : "100.00";
            var values = market.update(bar(i, close, close, close, close, "0.01", "0", 1), 1)
                    .values();
            assertThat(values).doesNotContainKey("kyleLambda(50)");
        }
    }

    @Test
    void theIntensityOfManyTradesKeepsTheDigitsOfItsZScore() {
        var market = FeatureSets.named("market");
        for (int i = 0; i < 200; i++) {
            int more = i * 7919 % 11;
            var values = market.update(bar(i, "1", "1", "1", "1", "1", "1", 60 * (1_000_000_000L + more)), 1)
                    .values();
            if (i >= 19) {
                double mean = IntStream.rangeClosed(i - 19, i)
                        .map(k -> k * 7919 % 11)
                        .average()
                        .orElseThrow();
                double variance = IntStream.rangeClosed(i - 19, i)
                        .mapToDouble(k -> (k * 7919 % 11 - mean) * (k * 7919 % 11 - mean))
                        .average()
                        .orElseThrow();
                assertThat(values.get("tradeIntensityZScore(20)"))
                        .isCloseTo((more - mean) / Math.sqrt(variance), within(1e-12));
            }
        }
    }

    @Test
    void aLineFitsWhollyWhereTheCloseDidNotMove() {
        for (String close : List.of("100.00", "0.3", "64123.7")) {
            var market = FeatureSets.named("market");
            for (int i = 1; i <= 60; i++) {
                var values = market.update(bar(i, close, close, close, close, "1", "1", 1), 1)
                        .values();
                if (i >= 20) {
                    assertThat(values).containsEntry("trendFit(20)", 1.0).containsEntry("slope(20)", 0.0);
                }
                if (i == 60) {
                    assertThat(values).containsEntry("trendFit(60)", 1.0).containsEntry("slope(60)", 0.0);
                }
            }
        }
    }

    @Test
    void rollsSpreadOfABouncingPriceIsTheBounce() {
        // ask and bid in turn, 0.1 % apart: Δ is +s and −s in turn, its covariance −s², four times that of random sides
        var engine = new FeatureMarket.Run(List.of("market"), INTERVALS);
        var trades = new ArrayList<Trade>();
        for (int i = 0; i < 25 * 600; i++) {
            trades.add(new Trade(
                    FeatureMarket.BTC,
                    FeatureMarket.START + i * FeatureMarket.SECOND / 10,
                    i + 1L,
                    Price.of(i % 2 == 0 ? "1000.5" : "999.5"),
                    Quantity.of("1"),
                    AggressorSide.UNKNOWN));
        }
        var vectors = engine.take(steps(trades, List.of(), INTERVALS)).vectors();
        var values = vectors.get(vectors.size() - 1).values();
        assertThat(values.get("rollSpread(20)")).isCloseTo(2 * 0.001, within(1e-6));
        assertThat(values.get("tradeImbalance")).isZero();
        // perfectly regular
        assertThat(values.get("tradeBurstiness")).isEqualTo(-1);
        assertThat(values.get("largestTradeShare")).isEqualTo(1 / 600.0);
        assertThat(values.get("tradeVolatility")).isCloseTo(0.001 * Math.sqrt(599), within(1e-6));
    }

    @Test
    void tradesAtEqualTimesApartAreRegularToTheLastBit() {
        for (long gapMillis : List.of(100L, 130L, 300L, 700L, 1_100L)) {
            var trades = new ArrayList<Trade>();
            for (int i = 0; i * gapMillis < 180_000; i++) {
                trades.add(new Trade(
                        FeatureMarket.BTC,
                        FeatureMarket.START + i * gapMillis * (FeatureMarket.SECOND / 1_000),
                        i + 1L,
                        Price.of("1000"),
                        Quantity.of("1"),
                        AggressorSide.BUYER));
            }
            var engine = new FeatureMarket.Run(List.of("market"), INTERVALS);
            assertThat(engine.take(steps(trades, List.of(), INTERVALS)).vectors())
                    .isNotEmpty()
                    .allSatisfy(vector -> assertThat(vector.values()).containsEntry("tradeBurstiness", -1.0));
        }
    }

    /** Volume of 10 a bar in buckets of 50; Δ/σ is +1 and −1 in turn, so Φ(1) is bought and Φ(−1). */
    @Test
    void vpinOfEvenVolumeIsWhatBulkClassificationLeavesOver() {
        var market = FeatureSets.named("market");
        FeatureVector vector = null;
        int warm = 0;
        for (int i = 0; i < 200; i++) {
            var close = i % 2 == 0 ? "100" : "101";
            vector = market.update(bar(i, close, close, close, close, "10", "5", 5), 1);
            warm += vector.values().containsKey("vpin(20)") ? 1 : 0;
        }
        // five bars in a bucket: one more up than down, or one less
        double up = 0.8413447460685429;
        assertThat(vector.values().get("vpin(20)")).isCloseTo((2 * up - 1) / 5, within(1e-12));
        assertThat(warm).isEqualTo(200 - 150);
    }

    @Test
    void whereNothingMovesAndNobodyTradesNothingIsNotANumber() {
        var market = FeatureSets.named("market");
        for (int i = 0; i < 400; i++) {
            var values =
                    market.update(bar(i, "5", "5", "5", "5", "0", "0", 0), 1).values();
            assertThat(values.values()).allSatisfy(value -> assertThat(value).isFinite());
        }
    }

    static Bar bar(
            int number, String open, String high, String low, String close, String volume, String bought, long trades) {
        var quantity = Quantity.of(volume);
        Money notional = Price.of(close).times(quantity);
        return new Bar(
                InstrumentId.of("BTC-USD.TEST"),
                FeatureMarket.START + number * MINUTE,
                MINUTE,
                Price.of(open),
                Price.of(high),
                Price.of(low),
                Price.of(close),
                quantity,
                notional,
                Quantity.of(bought),
                trades,
                FeatureMarket.START + number * MINUTE + 1);
    }
}
