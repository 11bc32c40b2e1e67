package io.millrace.core.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits a {@link GaussianHmm} to a series by expectation and maximisation: the log-likelihood never falls. Nothing is left
 * to chance: the same series gives the same model, to the last bit.
 *
 * <p>Start: the series is cut into k parts of equal size by the quantiles of the volatility; each part gives a state's
 * means and variances; a state stays with probability 0.9. Variances are held above a floor, since the likelihood has
 * no bound where one may shrink to zero (Hathaway, 1985). States come out in the order of their mean volatility.
 *
 * <p>Source: Baum, Petrie, Soules, Weiss (1970); Rabiner (1989), III.C.
 */
public final class HmmTraining {
    private static final double STAY = 0.9;

    /**
     * When to stop.
     *
     * @param maxIterations of E and M step
     * @param tolerance it has converged once an iteration adds less than this part of the log-likelihood
     * @param varianceFloor the least variance of a number in a state, as a part of its variance in the whole series
     */
    public record Settings(int maxIterations, double tolerance, double varianceFloor) {
        public static final Settings DEFAULT = new Settings(500, 1e-9, 1e-4);
    }

    /**
     * What came out.
     *
     * @param shares by state: the part of the series spent in it
     * @param logLikelihoods of the start and after each iteration; the last is the model's
     * @param converged false if the iterations ran out
     */
    public record Result(GaussianHmm hmm, List<Double> shares, List<Double> logLikelihoods, boolean converged) {
        public double logLikelihood() {
            return logLikelihoods.get(logLikelihoods.size() - 1);
        }

        public int iterations() {
            return logLikelihoods.size() - 1;
        }
    }

    private final double[][] observations;
    private final int states;
    private final double[] floors;

    private HmmTraining(double[][] observations, int states, double varianceFloor) {
        this.observations = observations;
        this.states = states;
        double[] whole = new double[observations.length];
        Arrays.fill(whole, 1);
        double[] means = means(whole);
        double[] variances = variances(whole, means, new double[means.length]);
        floors = Arrays.stream(variances)
                .map(variance -> Math.max(variance * varianceFloor, GaussianHmm.LEAST_VARIANCE))
                .toArray();
    }

    /**
     * Trains a model.
     *
     * @param observations in their order, at least two for each state, all of one length
     * @param states 2 to 6
     * @param volatility which number of an observation the states are ordered by
     */
    public static Result fit(double[][] observations, int states, int volatility, Settings settings) {
        if (states < GaussianHmm.MIN_STATES || states > GaussianHmm.MAX_STATES) {
            throw new IllegalArgumentException(
                    "states must be " + GaussianHmm.MIN_STATES + " to " + GaussianHmm.MAX_STATES + ", was " + states);
        }
        if (observations.length < 2 * states) {
            throw new IllegalArgumentException(
                    "observations must be at least " + 2 * states + ", were " + observations.length);
        }
        return new HmmTraining(observations, states, settings.varianceFloor()).fit(volatility, settings);
    }

    private Result fit(int volatility, Settings settings) {
        var hmm = start(volatility);
        var expected = ForwardBackward.of(hmm, observations);
        var logLikelihoods = new ArrayList<>(List.of(expected.logLikelihood()));
        boolean converged = false;
        for (int i = 0; i < settings.maxIterations() && !converged; i++) {
            hmm = maximise(hmm, expected);
            expected = ForwardBackward.of(hmm, observations);
            double gain = expected.logLikelihood() - logLikelihoods.get(i);
            logLikelihoods.add(expected.logLikelihood());
            converged = gain <= settings.tolerance() * Math.abs(expected.logLikelihood());
        }
        var trained = hmm;
        int[] order = IntStream.range(0, states)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> trained.mean(i, volatility)))
                .mapToInt(i -> i)
                .toArray();
        return new Result(trained.reordered(order), shares(expected, order), List.copyOf(logLikelihoods), converged);
    }

    private GaussianHmm start(int volatility) {
        int[] byVolatility = IntStream.range(0, observations.length)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> observations[t][volatility]))
                .mapToInt(t -> t)
                .toArray();
        double[][] weights = new double[states][observations.length];
        for (int rank = 0; rank < byVolatility.length; rank++) {
            weights[(int) ((long) rank * states / byVolatility.length)][byVolatility[rank]] = 1;
        }
        double[] initial = new double[states];
        Arrays.fill(initial, 1.0 / states);
        double[][] transition = new double[states][states];
        double[][] means = new double[states][];
        double[][] variances = new double[states][];
        for (int i = 0; i < states; i++) {
            Arrays.fill(transition[i], (1 - STAY) / (states - 1));
            transition[i][i] = STAY;
            means[i] = means(weights[i]);
            variances[i] = variances(weights[i], means[i], floors);
        }
        return new GaussianHmm(initial, transition, means, variances);
    }

    /** The M step. A state that nothing speaks for stays as it is. */
    private GaussianHmm maximise(GaussianHmm before, ForwardBackward expected) {
        double[][] transition = new double[states][];
        double[][] means = new double[states][];
        double[][] variances = new double[states][];
        for (int i = 0; i < states; i++) {
            int state = i;
            double[] weights = Arrays.stream(expected.smoothed())
                    .mapToDouble(probabilities -> probabilities[state])
                    .toArray();
            double left = Arrays.stream(expected.steps()[i]).sum();
            transition[i] = IntStream.range(0, states)
                    .mapToDouble(j -> left > 0 ? expected.steps()[state][j] / left : before.transition(state, j))
                    .toArray();
            boolean visited = Arrays.stream(weights).sum() > 0;
            means[i] = visited ? means(weights) : row(d -> before.mean(state, d));
            variances[i] = visited ? variances(weights, means[i], floors) : row(d -> before.variance(state, d));
        }
        return new GaussianHmm(normalised(expected.smoothed()[0]), transition, means, variances);
    }

    private List<Double> shares(ForwardBackward expected, int[] order) {
        double[] sums = new double[states];
        for (double[] probabilities : expected.smoothed()) {
            for (int i = 0; i < states; i++) {
                sums[i] += probabilities[order[i]];
            }
        }
        return Arrays.stream(normalised(sums)).boxed().toList();
    }

    private double[] means(double[] weights) {
        double[] means = new double[observations[0].length];
        double sum = 0;
        for (int t = 0; t < weights.length; t++) {
            sum += weights[t];
            for (int d = 0; d < means.length; d++) {
                means[d] += weights[t] * observations[t][d];
            }
        }
        for (int d = 0; d < means.length; d++) {
            means[d] /= sum;
        }
        return means;
    }

    private double[] variances(double[] weights, double[] means, double[] atLeast) {
        double[] variances = new double[means.length];
        double sum = 0;
        for (int t = 0; t < weights.length; t++) {
            sum += weights[t];
            for (int d = 0; d < means.length; d++) {
                double apart = observations[t][d] - means[d];
                variances[d] += weights[t] * apart * apart;
            }
        }
        for (int d = 0; d < means.length; d++) {
            variances[d] = Math.max(variances[d] / sum, atLeast[d]);
        }
        return variances;
    }

    private double[] row(IntToDoubleFunction number) {
        return IntStream.range(0, observations[0].length).mapToDouble(number).toArray();
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
