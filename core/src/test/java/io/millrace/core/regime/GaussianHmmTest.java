package io.millrace.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GaussianHmmTest {
    private static final class Parts {
        double[] initial = {0.4, 0.6};
        double[][] transition = {{0.9, 0.1}, {0.2, 0.8}};
        double[][] means = {{0}, {1}};
        double[][] variances = {{1}, {2}};
    }

    private static void refuses(Consumer<Parts> change, String message) {
        var parts = new Parts();
        change.accept(parts);
        assertThatThrownBy(() -> new GaussianHmm(parts.initial, parts.transition, parts.means, parts.variances))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNoModel() {
        refuses(parts -> parts.initial = new double[] {1}, "states must be 2 to 6, was 1");
        refuses(parts -> parts.initial = new double[7], "states must be 2 to 6, was 7");
        refuses(parts -> parts.initial = new double[] {0.5, 0.6}, "initial: probabilities must add up to 1, were 1.1");
        refuses(parts -> parts.initial = new double[] {1.5, -0.5}, "initial: a probability must be 0 to 1, was 1.5");
        refuses(
                parts -> parts.transition[1][0] = Double.NaN,
                "transition from state 1: a probability must be 0 to 1, was NaN");
        refuses(parts -> parts.transition = new double[1][2], "transition must have 2 rows, has 1");
        refuses(parts -> parts.transition[0] = new double[3], "transition must have 2 numbers in each row, has 3");
        refuses(
                parts -> parts.means[1][0] = Double.POSITIVE_INFINITY,
                "mean 0 of state 1 must be -1000.0 to 1000.0, was Infinity");
        refuses(parts -> parts.means[1][0] = -1e200, "mean 0 of state 1 must be -1000.0 to 1000.0, was -1.0E200");
        refuses(parts -> parts.variances[0][0] = 0, "variance 0 of state 0 must be 1.0E-12 to 1000000.0, was 0.0");
        refuses(
                parts -> parts.variances[0][0] = Double.MIN_VALUE,
                "variance 0 of state 0 must be 1.0E-12 to 1000000.0, was 4.9E-324");
        refuses(
                parts -> parts.variances[1][0] = Double.MAX_VALUE,
                "variance 0 of state 1 must be 1.0E-12 to 1000000.0, was 1.7976931348623157E308");
        refuses(parts -> parts.means = new double[2][0], "an observation must be 1 number or more, was 0");
    }

    @Test
    void itsProbabilitiesStayNumbersAtItsLimits() {
        double largest = GaussianHmm.LARGEST_MEAN;
        for (double variance : new double[] {GaussianHmm.LEAST_VARIANCE, GaussianHmm.LARGEST_VARIANCE}) {
            var parts = new Parts();
            var hmm = new GaussianHmm(
                    parts.initial, parts.transition, new double[][] {{largest}, {largest}}, new double[][] {
                        {variance}, {GaussianHmm.LEAST_VARIANCE}
                    });
            double[] distribution = {0.5, 0.5};
            double density = hmm.observe(distribution, new double[] {-HmmObservations.LARGEST});
            assertThat(density).isFinite();
            assertThat(distribution[0] + distribution[1]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void namesItsStatesByRisingVolatility() {
        assertThat(GaussianHmm.names(2)).containsExactly("calm", "turbulent");
        assertThat(GaussianHmm.names(3)).containsExactly("calm", "normal", "turbulent");
        assertThat(GaussianHmm.names(4)).containsExactly("regime-0", "regime-1", "regime-2", "regime-3");
    }

    @Test
    void staysLongerInAStateTheLessItIsLeft() {
        assertThat(Hmms.three().expectedDuration(0)).isCloseTo(20, within(1e-9));
    }

    @Test
    void isReadFromTheParametersItWasWrittenTo() {
        var hmm = Hmms.three();
        var parameters = new HmmParameters(hmm, 10).write();
        var read = HmmParameters.read(parameters);

        assertThat(read.hmm()).usingRecursiveComparison().isEqualTo(hmm);
        assertThat(read.window()).isEqualTo(10);
        assertThat(parameters)
                .containsEntry("transition(calm,turbulent)", 0.01)
                .containsEntry("mean(normal,logVolatility)", -5.0)
                .containsEntry("variance(turbulent,logReturn)", 9e-4)
                .hasSize(2 + 3 + 9 + 6 + 6);
    }

    @Test
    void namesEveryParameterThatIsMissingOrUnknown() {
        var parameters = new HmmParameters(Hmms.three(), 10).write();
        parameters.remove("initial(calm)");
        parameters.remove("mean(calm,logVolatility)");
        parameters.put("mean(calm,moon)", 1.0);

        assertThatThrownBy(() -> HmmParameters.read(parameters))
                .hasMessage("parameters missing [initial(calm), mean(calm,logVolatility)], unknown [mean(calm,moon)]");
        parameters.put("states", 2.5);
        assertThatThrownBy(() -> HmmParameters.read(parameters))
                .hasMessage("states must be a whole number from 2 to 6, was 2.5");
        parameters.remove("window");
        parameters.put("states", 3.0);
        assertThatThrownBy(() -> HmmParameters.read(parameters))
                .hasMessage("window must be a whole number from 1 to 1000, was null");
    }
}
