package io.millrace.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForwardFilterTest {

    @Property(tries = 60)
    void filteredSmoothedAndLikelihoodEqualTheSumsOverAllPaths(
            @ForAll @IntRange(min = 2, max = 4) int states,
            @ForAll @IntRange(min = 1, max = 3) int size,
            @ForAll @IntRange(min = 1, max = 6) int length,
            @ForAll long seed) {
        var hmm = Hmms.random(states, size, seed);
        double[][] series = Hmms.draw(hmm, length, seed + 1);
        var filter = new ForwardFilter(hmm);
        double logLikelihood = 0;
        for (int t = 0; t < length; t++) {
            logLikelihood += filter.update(series[t]);
            for (int i = 0; i < states; i++) {
                assertEqual(
                        filter.probabilities()[i],
                        Hmms.pathSum(hmm, series, t + 1, t, i) / Hmms.pathSum(hmm, series, t + 1, -1, 0));
            }
        }
        double whole = Hmms.pathSum(hmm, series, length, -1, 0);
        assertEqual(Math.exp(logLikelihood), whole);
        var both = ForwardBackward.of(hmm, series);
        assertThat(both.logLikelihood()).isEqualTo(logLikelihood);
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < states; i++) {
                assertEqual(both.smoothed()[t][i], Hmms.pathSum(hmm, series, length, t, i) / whole);
            }
        }
        double steps =
                Arrays.stream(both.steps()).flatMapToDouble(Arrays::stream).sum();
        assertThat(steps).isCloseTo(length - 1, within(1e-9));
    }

    /** To ten digits; the sum over the paths itself underflows below 1e-300. */
    private static void assertEqual(double actual, double sumOverPaths) {
        assertThat(actual).isCloseTo(sumOverPaths, within(1e-10 * sumOverPaths + 1e-300));
    }

    @Test
    void neverUnderflowsHoweverLongOrUnlikelyTheSeries() {
        var filter = new ForwardFilter(Hmms.three());
        double[][] series = Hmms.draw(Hmms.three(), 100_000, 1);
        series[50_000] = new double[] {900, -900};
        for (double[] observation : series) {
            assertThat(filter.update(observation)).isFinite();
            assertThat(Arrays.stream(filter.probabilities()).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(ForwardBackward.of(Hmms.three(), series).logLikelihood()).isFinite();
    }

    @Test
    void statesThatCannotBeReachedStayAtZero() {
        var absorbing = new GaussianHmm(
                new double[] {1, 0}, new double[][] {{1, 0}, {0, 1}}, new double[][] {{0}, {100}}, new double[][] {
                    {1}, {1}
                });
        double[][] series = {{0}, {100}, {0}};
        var filter = new ForwardFilter(absorbing);
        for (double[] observation : series) {
            filter.update(observation);
            assertThat(filter.probabilities()).containsExactly(1, 0);
        }
        assertThat(ForwardBackward.of(absorbing, series).smoothed())
                .isDeepEqualTo(new double[][] {{1, 0}, {1, 0}, {1, 0}});
    }

    @Test
    void continuesFromItsSnapshotToTheLastBit() {
        double[][] series = Hmms.draw(Hmms.three(), 400, 5);
        var whole = new ForwardFilter(Hmms.three());
        var part = new ForwardFilter(Hmms.three());
        for (double[] observation : series) {
            var next = new ForwardFilter(Hmms.three());
            next.restore(part.snapshot());
            part = next;
            assertThat(part.update(observation)).isEqualTo(whole.update(observation));
            assertThat(part.probabilities()).containsExactly(whole.probabilities());
        }
    }

    @Test
    void refusesWhatIsNoObservation() {
        var filter = new ForwardFilter(Hmms.three());
        filter.update(new double[] {0, -5});
        double[] before = filter.snapshot();

        assertThatThrownBy(() -> filter.update(new double[] {0})).hasMessage("an observation must be 2 numbers, was 1");
        assertThatThrownBy(() -> filter.update(new double[] {0, Double.NaN}))
                .hasMessage("an observation must be at most 1000.0 in size, was NaN");
        assertThat(filter.snapshot()).containsExactly(before);
    }
}
