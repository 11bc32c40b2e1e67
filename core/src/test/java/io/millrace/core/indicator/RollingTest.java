package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The rolling aggregates against the same of the window's samples in unlimited precision. */
class RollingTest {
    private static final MathContext DIGITS = new MathContext(60);

    @Property(tries = 300)
    void followTheWindowExactly(
            @ForAll @Size(max = 100) List<@DoubleRange(min = -1e6, max = 1e6) Double> samples,
            @ForAll @IntRange(min = 1, max = 30) int size) {
        var sum = new RollingSum(size);
        var moments = new RollingMoments(size);
        var range = new RollingRange(size);
        for (int i = 0; i < samples.size(); i++) {
            double sample = samples.get(i);
            sum.add(sample);
            moments.add(sample);
            range.add(sample);
            var window = samples.subList(Math.max(0, i + 1 - size), i + 1);

            assertThat(sum.isReady()).isEqualTo(i + 1 >= size);
            assertThat(range.highest())
                    .isEqualTo(window.stream().mapToDouble(x -> x).max().orElseThrow());
            assertThat(range.lowest())
                    .isEqualTo(window.stream().mapToDouble(x -> x).min().orElseThrow());
            double magnitude = window.stream().mapToDouble(Math::abs).sum();
            assertThat(sum.sum()).isCloseTo(exactSum(window).doubleValue(), within(1e-14 * magnitude));
            assertThat(moments.mean()).isCloseTo(exactMean(window), within(1e-14 * magnitude));
            assertThat(moments.deviation()).isCloseTo(exactDeviation(window), within(1e-12 * magnitude));
        }
    }

    @Test
    void deviationKeepsItsDigitsWhereItIsTinyBesideTheMean() {
        var random = new Random(7);
        var moments = new RollingMoments(20);
        var samples = new ArrayList<Double>();
        for (int i = 0; i < 2_000; i++) {
            double sample = 1.35 + 1e-6 * random.nextGaussian();
            samples.add(sample);
            moments.add(sample);
            if (i >= 19) {
                double exact = exactDeviation(samples.subList(i - 19, i + 1));
                assertThat(moments.deviation()).isCloseTo(exact, within(1e-9 * exact));
            }
        }
    }

    @Test
    void whatLeftTheWindowLeavesNoTrace() {
        var sum = new RollingSum(10);
        var moments = new RollingMoments(10);
        for (int i = 0; i < 1_000; i++) {
            double sample = i % 137 == 0 ? 1e16 : 0.1;
            sum.add(sample);
            moments.add(sample);
            if (i % 137 >= 10) {
                assertThat(sum.sum()).isCloseTo(1.0, within(1e-15));
                assertThat(moments.mean()).isCloseTo(0.1, within(1e-16));
                assertThat(moments.deviation()).isLessThan(1e-16);
            }
        }
    }

    @Test
    void doesNotDriftInAMillionSamples() {
        var random = new Random(11);
        var sum = new RollingSum(50);
        var samples = new ArrayList<Double>();
        for (int i = 0; i < 1_000_000; i++) {
            double sample = Math.exp(5 * random.nextGaussian());
            sum.add(sample);
            if (i >= 999_950) {
                samples.add(sample);
            }
        }
        double exact = exactSum(samples).doubleValue();
        assertThat(sum.sum()).isCloseTo(exact, within(1e-15 * 50 * exact));
    }

    @Test
    void equalSamplesDeviateByNothing() {
        var moments = new RollingMoments(20);
        for (int i = 0; i < 100; i++) {
            moments.add(0.1);
            assertThat(moments.deviation()).isZero();
            assertThat(moments.mean()).isEqualTo(0.1);
        }
    }

    private static BigDecimal exactSum(List<Double> window) {
        return window.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double exactMean(List<Double> window) {
        return exactSum(window)
                .divide(BigDecimal.valueOf(window.size()), DIGITS)
                .doubleValue();
    }

    private static double exactDeviation(List<Double> window) {
        var n = BigDecimal.valueOf(window.size());
        var mean = exactSum(window).divide(n, DIGITS);
        return window.stream()
                .map(x -> new BigDecimal(x).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, DIGITS)
                .sqrt(DIGITS)
                .doubleValue();
    }
}
