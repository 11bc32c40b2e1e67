package io.millrace.core.regime;

import java.util.Random;

/** Models, series drawn from them, and what follows from them by enumeration of every path of states. */
final class Hmms {
    private Hmms() {}

    /** Three states of two numbers, none symmetrical. */
    static GaussianHmm three() {
        return new GaussianHmm(
                new double[] {0.5, 0.3, 0.2},
                new double[][] {{0.95, 0.04, 0.01}, {0.05, 0.9, 0.05}, {0.02, 0.08, 0.9}},
                new double[][] {{0.001, -6}, {0, -5}, {-0.002, -3.5}},
                new double[][] {{1e-5, 0.16}, {6e-5, 0.2}, {9e-4, 0.3}});
    }

    static double[][] draw(GaussianHmm hmm, int length, long seed) {
        var random = new Random(seed);
        double[][] series = new double[length][hmm.size()];
        int state = 0;
        for (double[] observation : series) {
            double left = random.nextDouble();
            int from = state;
            state = 0;
            while (state < hmm.states() - 1 && left >= hmm.transition(from, state)) {
                left -= hmm.transition(from, state++);
            }
            for (int d = 0; d < observation.length; d++) {
                observation[d] = hmm.mean(state, d) + random.nextGaussian() * Math.sqrt(hmm.variance(state, d));
            }
        }
        return series;
    }

    /** A valid model of any shape. */
    static GaussianHmm random(int states, int size, long seed) {
        var random = new Random(seed);
        double[][] transition = new double[states][];
        double[][] means = new double[states][size];
        double[][] variances = new double[states][size];
        for (int i = 0; i < states; i++) {
            transition[i] = distribution(states, random);
            for (int d = 0; d < size; d++) {
                means[i][d] = 2 * random.nextGaussian();
                variances[i][d] = 0.05 + random.nextDouble();
            }
        }
        return new GaussianHmm(distribution(states, random), transition, means, variances);
    }

    private static double[] distribution(int states, Random random) {
        double[] weights = random.doubles(states, 0.01, 1).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < states; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /**
     * Σ over all paths of states of p(path, x_1 … x_length), with the first {@code length} observations.
     *
     * @param at a time at which only paths through a state count, −1 for all paths
     */
    static double pathSum(GaussianHmm hmm, double[][] series, int length, int at, int state) {
        double sum = 0;
        int[] path = new int[length];
        long paths = Math.round(Math.pow(hmm.states(), length));
        for (long number = 0; number < paths; number++) {
            long rest = number;
            for (int t = 0; t < length; t++) {
                path[t] = (int) (rest % hmm.states());
                rest /= hmm.states();
            }
            if (at < 0 || path[at] == state) {
                sum += probability(hmm, series, path);
            }
        }
        return sum;
    }

    private static double probability(GaussianHmm hmm, double[][] series, int[] path) {
        double probability = 1;
        for (int t = 0; t < path.length; t++) {
            probability *= t == 0 ? hmm.initial(path[0]) : hmm.transition(path[t - 1], path[t]);
            for (int d = 0; d < hmm.size(); d++) {
                double variance = hmm.variance(path[t], d);
                double apart = series[t][d] - hmm.mean(path[t], d);
                probability *= Math.exp(-apart * apart / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
            }
        }
        return probability;
    }
}
