package io.millrace.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.regime.HmmTraining.Settings;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HmmTrainingTest {
    @Test
    void findsTheModelThatDrewTheSeries() {
        var drawn = Hmms.three();
        var result = HmmTraining.fit(Hmms.draw(drawn, 30_000, 11), 3, 1, Settings.DEFAULT);

        assertThat(result.converged()).isTrue();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(result.hmm().transition(i, j)).isCloseTo(drawn.transition(i, j), within(0.01));
            }
            for (int d = 0; d < 2; d++) {
                double deviation = Math.sqrt(drawn.variance(i, d));
                assertThat(result.hmm().mean(i, d)).isCloseTo(drawn.mean(i, d), within(0.05 * deviation));
                assertThat(Math.sqrt(result.hmm().variance(i, d))).isCloseTo(deviation, within(0.05 * deviation));
            }
        }
        assertThat(result.shares().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 60)
    void theLikelihoodNeverFalls(
            @ForAll @IntRange(min = 2, max = 6) int states,
            @ForAll @IntRange(min = 1, max = 3) int size,
            @ForAll @IntRange(min = 12, max = 300) int length,
            @ForAll long seed) {
        double[][] series = Hmms.draw(Hmms.random(2 + (int) Math.floorMod(seed, 3L), size, seed), length, seed + 1);
        var result = HmmTraining.fit(series, states, size - 1, new Settings(60, 0, 1e-4));

        var likelihoods = result.logLikelihoods();
        for (int i = 1; i < likelihoods.size(); i++) {
            double before = likelihoods.get(i - 1);
            assertThat(likelihoods.get(i)).isGreaterThanOrEqualTo(before - 1e-9 * (1 + Math.abs(before)));
        }
        assertThat(ForwardBackward.of(result.hmm(), series).logLikelihood())
                .isCloseTo(result.logLikelihood(), within(1e-9 * (1 + Math.abs(result.logLikelihood()))));
        for (int i = 1; i < states; i++) {
            assertThat(result.hmm().mean(i, size - 1))
                    .isGreaterThanOrEqualTo(result.hmm().mean(i - 1, size - 1));
        }
    }

    @Test
    void givesTheSameModelToTheLastBitEveryTime() {
        double[][] series = Hmms.draw(Hmms.three(), 2_000, 3);

        assertThat(HmmTraining.fit(series, 3, 1, Settings.DEFAULT))
                .usingRecursiveComparison()
                .isEqualTo(HmmTraining.fit(series, 3, 1, Settings.DEFAULT));
    }

    @Test
    void holdsVariancesAboveTheirFloorWhereValuesRepeat() {
        double[][] series = Hmms.draw(Hmms.three(), 600, 9);
        for (int t = 0; t < 200; t++) {
            series[3 * t][1] = -11.5;
        }
        var result = HmmTraining.fit(series, 3, 1, Settings.DEFAULT);

        double whole = variance(Arrays.stream(series).mapToDouble(x -> x[1]).toArray());
        assertThat(result.hmm().variance(0, 1)).isGreaterThanOrEqualTo(0.999e-4 * whole);
        assertThat(result.hmm().mean(0, 1)).isCloseTo(-11.5, within(1e-9));
    }

    @Test
    void stopsWhenItsIterationsRunOut() {
        var result = HmmTraining.fit(Hmms.draw(Hmms.three(), 2_000, 3), 3, 1, new Settings(3, 0, 1e-4));

        assertThat(result.converged()).isFalse();
        assertThat(result.iterations()).isEqualTo(3);
    }

    @Test
    void aSeriesThatNeverMovesGivesAModelAllTheSame() {
        double[][] series = new double[50][2];

        assertThat(HmmTraining.fit(series, 3, 1, Settings.DEFAULT).logLikelihood())
                .isFinite();
    }

    @Test
    void refusesTooShortASeries() {
        assertThatThrownBy(() -> HmmTraining.fit(new double[5][2], 3, 1, Settings.DEFAULT))
                .hasMessage("observations must be at least 6, were 5");
        assertThatThrownBy(() -> HmmTraining.fit(new double[50][2], 7, 1, Settings.DEFAULT))
                .hasMessage("states must be 2 to 6, was 7");
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }
}
