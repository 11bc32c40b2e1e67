package io.millrace.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchmarkFeaturesTest {
    private static Bar bar(int number, double close) {
        var price = "%.6f".formatted(close);
        return MarketFeaturesTest.bar(number, price, price, price, price, "1", "1", 1);
    }

    /** Closes of the instrument and the benchmark; the instrument follows with twice the size, and one bar later. */
    private static List<double[]> market(int count) {
        var random = new Random(3);
        var market = new ArrayList<double[]>();
        double own = 100;
        double benchmark = 1_000;
        double before = 0;
        for (int i = 0; i < count; i++) {
            double step = random.nextGaussian() * 0.01;
            benchmark *= Math.exp(step);
            own *= Math.exp(step + 2 * before + random.nextGaussian() * 0.003);
            before = step;
            market.add(new double[] {own, benchmark});
        }
        return market;
    }

    private static double mean(double[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum() / x.length;
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        return IntStream.range(0, x.length)
                        .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                        .sum()
                / x.length;
    }

    @Test
    void everyFeatureFollowsItsFormula() {
        var market = market(200);
        var set = FeatureSets.named("benchmark");
        for (int i = 0; i < market.size(); i++) {
            var own = bar(i, market.get(i)[0]);
            var benchmark = bar(i, market.get(i)[1]);
            market.set(
                    i, new double[] {own.close().toDouble(), benchmark.close().toDouble()});
            var values = set.update(Sample.of(own, benchmark.close()), 1).values();
            assertThat(values).containsOnlyKeys(namesAfter(set, i + 1));
            if (i >= 61) {
                double[] r = returns(market, i, 0);
                double[] m = returns(market, i, 1);
                double[] lagged = returns(market, i - 1, 1);
                double beta = covariance(r, m) / covariance(m, m);
                assertThat(values.get("beta(60)")).isCloseTo(beta, within(1e-9));
                assertThat(values.get("correlation(60)"))
                        .isCloseTo(covariance(r, m) / Math.sqrt(covariance(r, r) * covariance(m, m)), within(1e-12));
                assertThat(values.get("correlation.lagged(60)"))
                        .isCloseTo(
                                covariance(r, lagged) / Math.sqrt(covariance(r, r) * covariance(lagged, lagged)),
                                within(1e-12));
                assertThat(values.get("residualVolatility(60)"))
                        .isCloseTo(Math.sqrt(covariance(r, r) - beta * covariance(r, m)), within(1e-12));
                assertThat(values.get("excessReturn(1)")).isCloseTo(r[59] - m[59], within(1e-15));
                double excess = 0;
                for (int k = 40; k < 60; k++) {
                    excess += r[k] - m[k];
                }
                assertThat(values.get("excessReturn(20)")).isCloseTo(excess, within(1e-14));
            }
        }
    }

    private static double[] returns(List<double[]> market, int last, int which) {
        return IntStream.rangeClosed(last - 59, last)
                .mapToDouble(i -> Math.log(market.get(i)[which] / market.get(i - 1)[which]))
                .toArray();
    }

    private static List<String> namesAfter(FeatureSet set, int bars) {
        return set.features().stream()
                .filter(feature -> bars >= feature.warmUp())
                .map(Feature::name)
                .toList();
    }

    @Test
    void barsThatTheBenchmarkDoesNotHaveDoNotCount() {
        var with = FeatureSets.named("benchmark");
        var without = FeatureSets.named("benchmark");
        var market = market(150);
        for (int i = 0; i < market.size(); i++) {
            var own = bar(i, market.get(i)[0]);
            if (i % 3 == 0) {
                assertThat(with.update(Sample.of(own), 1).values()).isEmpty();
            } else {
                var sample = Sample.of(own, bar(i, market.get(i)[1]).close());
                assertThat(with.update(sample, 1)).isEqualTo(without.update(sample, 1));
            }
        }
        assertThat(with.snapshot()).isEqualTo(without.snapshot());
    }

    @Test
    void anInstrumentBesideItselfHasBetaOne() {
        var set = FeatureSets.named("benchmark");
        FeatureVector vector = null;
        for (var closes : market(100)) {
            var bar = bar(1, closes[0]);
            vector = set.update(Sample.of(bar, bar.close()), 1);
        }
        assertThat(vector.values().get("beta(60)")).isEqualTo(1);
        assertThat(vector.values().get("correlation(60)")).isCloseTo(1, within(1e-15));
        assertThat(vector.values().get("residualVolatility(60)")).isZero();
        assertThat(vector.values().get("excessReturn(20)")).isZero();
    }
}
