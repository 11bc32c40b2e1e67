package io.millrace.core.regime;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A hidden Markov model of k states whose observations, d numbers each, are independent and normal given the state.
 *
 * <p>Source: Rabiner, "A Tutorial on Hidden Markov Models", Proceedings of the IEEE 77 (1989); for markets Hamilton, "A
 * New Approach to the Economic Analysis of Nonstationary Time Series and the Business Cycle", Econometrica 57 (1989).
 */
public final class GaussianHmm {
    static final int MIN_STATES = 2;
    static final int MAX_STATES = 6;
    /**
     * Means and variances within these, and observations no larger than the largest mean: no density of a state is then
     * infinite, and probabilities stay numbers.
     */
    static final double LARGEST_MEAN = HmmObservations.LARGEST;

    static final double LEAST_VARIANCE = 1e-12;
    static final double LARGEST_VARIANCE = LARGEST_MEAN * LARGEST_MEAN;

    /** How far from 1 probabilities may add up. */
    private static final double SUM_TOLERANCE = 1e-9;

    private final double[] initial;
    private final double[][] transition;
    private final double[][] means;
    private final double[][] variances;
    /** By state: −½ Σ ln(2π × variance). */
    private final double[] logScale;

    /**
     * Copies what it is given.
     *
     * @param initial by state: probability of the state at the first observation
     * @param transition by state, then next state: probability of the step
     * @param means by state, then number of the observation, −1,000 to 1,000
     * @param variances by state, then number of the observation, 1e-12 to 1e6
     * @throws IllegalArgumentException names the first thing that cannot be
     */
    public GaussianHmm(double[] initial, double[][] transition, double[][] means, double[][] variances) {
        int states = initial.length;
        if (states < MIN_STATES || states > MAX_STATES) {
            throw new IllegalArgumentException(
                    "states must be " + MIN_STATES + " to " + MAX_STATES + ", was " + states);
        }
        requireRows("transition", transition, states, states);
        int size = means.length == 0 ? 0 : means[0].length;
        if (size == 0) {
            throw new IllegalArgumentException("an observation must be 1 number or more, was 0");
        }
        requireRows("means", means, states, size);
        requireRows("variances", variances, states, size);
        this.initial = initial.clone();
        this.transition = copy(transition);
        this.means = copy(means);
        this.variances = copy(variances);
        requireDistribution("initial", this.initial);
        for (int i = 0; i < states; i++) {
            requireDistribution("transition from state " + i, this.transition[i]);
            requireEmission(i);
        }
        logScale = IntStream.range(0, states).mapToDouble(this::logScaleOf).toArray();
    }

    /** What k states are called, by rising volatility. */
    public static List<String> names(int states) {
        return switch (states) {
            case 2 -> List.of("calm", "turbulent");
            case 3 -> List.of("calm", "normal", "turbulent");
            default -> IntStream.range(0, states).mapToObj(i -> "regime-" + i).toList();
        };
    }

    public int states() {
        return initial.length;
    }

    /** How many numbers an observation has. */
    public int size() {
        return means[0].length;
    }

    public double initial(int state) {
        return initial[state];
    }

    public double transition(int from, int to) {
        return transition[from][to];
    }

    public double mean(int state, int number) {
        return means[state][number];
    }

    public double variance(int state, int number) {
        return variances[state][number];
    }

    /** Number of observations that a stay in a state lasts in the mean: 1 / (1 − p(stay)). */
    public double expectedDuration(int state) {
        return 1 / (1 - transition[state][state]);
    }

    /** The same model with another distribution of its first state. */
    public GaussianHmm startingWith(double[] distribution) {
        return new GaussianHmm(distribution, transition, means, variances);
    }

    /** The same model, its states in another order: the new state i is the old one {@code order[i]}. */
    GaussianHmm reordered(int[] order) {
        return new GaussianHmm(
                IntStream.of(order).mapToDouble(i -> initial[i]).toArray(),
                IntStream.of(order)
                        .mapToObj(i -> IntStream.of(order)
                                .mapToDouble(j -> transition[i][j])
                                .toArray())
                        .toArray(double[][]::new),
                IntStream.of(order).mapToObj(i -> means[i]).toArray(double[][]::new),
                IntStream.of(order).mapToObj(i -> variances[i]).toArray(double[][]::new));
    }

    /** ln of the density of an observation in a state. */
    double logDensity(int state, double[] observation) {
        double distance = 0;
        for (int d = 0; d < observation.length; d++) {
            double apart = observation[d] - means[state][d];
            distance += apart * apart / variances[state][d];
        }
        return logScale[state] - distance / 2;
    }

    /** The distribution of the next state. */
    void predict(double[] current, double[] next) {
        for (int j = 0; j < next.length; j++) {
            double sum = 0;
            for (int i = 0; i < current.length; i++) {
                sum += current[i] * transition[i][j];
            }
            next[j] = sum;
        }
    }

    /**
     * Bayes' rule in logarithms: turns the distribution of a state before its observation into the one after it, however
     * unlikely the observation is.
     *
     * @return ln of the observation's density
     */
    double observe(double[] distribution, double[] observation) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < distribution.length; i++) {
            distribution[i] = StrictMath.log(distribution[i]) + logDensity(i, observation);
            largest = Math.max(largest, distribution[i]);
        }
        double sum = 0;
        for (int i = 0; i < distribution.length; i++) {
            distribution[i] = StrictMath.exp(distribution[i] - largest);
            sum += distribution[i];
        }
        for (int i = 0; i < distribution.length; i++) {
            distribution[i] /= sum;
        }
        return largest + StrictMath.log(sum);
    }

    private double logScaleOf(int state) {
        double sum = 0;
        for (double variance : variances[state]) {
            sum += StrictMath.log(2 * Math.PI * variance);
        }
        return -sum / 2;
    }

    private void requireEmission(int state) {
        for (int d = 0; d < size(); d++) {
            requireWithin("mean " + d + " of state " + state, means[state][d], -LARGEST_MEAN, LARGEST_MEAN);
            requireWithin(
                    "variance " + d + " of state " + state, variances[state][d], LEAST_VARIANCE, LARGEST_VARIANCE);
        }
    }

    private static void requireWithin(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", was " + value);
        }
    }

    private static void requireRows(String what, double[][] rows, int count, int length) {
        if (rows.length != count) {
            throw new IllegalArgumentException(what + " must have " + count + " rows, has " + rows.length);
        }
        for (double[] row : rows) {
            if (row.length != length) {
                throw new IllegalArgumentException(
                        what + " must have " + length + " numbers in each row, has " + row.length);
            }
        }
    }

    private static void requireDistribution(String what, double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(what + ": a probability must be 0 to 1, was " + probability);
            }
            sum += probability;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException(what + ": probabilities must add up to 1, were " + sum);
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
