package io.millrace.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalDistributionTest {
    /** Simpson's rule from 0 to x. */
    private static double integral(double x) {
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double t = x * i / n;
            double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-t * t / 2);
        }
        return sum * x / n / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void equalsTheIntegralOfTheDensity() {
        for (double x = -9; x <= 9; x += 0.125) {
            assertThat(NormalDistribution.below(x)).as("Φ(%s)", x).isCloseTo(0.5 + integral(x), within(3e-14));
        }
    }

    @Test
    void keepsNineDigitsInTheTail() {
        // Abramowitz, Stegun (1964), table 26.1 and 26.2
        assertThat(NormalDistribution.below(-5)).isCloseTo(2.866515718791939e-7, within(2.9e-16));
        assertThat(NormalDistribution.below(-10)).isCloseTo(7.619853024160527e-24, within(1e-30));
        assertThat(NormalDistribution.below(-50)).isZero();
        assertThat(NormalDistribution.below(50)).isEqualTo(1);
    }
}
