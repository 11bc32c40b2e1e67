package io.millrace.core.regime;

/**
 * What a hidden Markov model makes of a whole series: the E step of EM.
 *
 * <p>Forward by {@link GaussianHmm#observe}; backward from filtered to smoothed probabilities, p(i at t, j at t+1 | all) =
 * p(i at t | x_1 … x_t) × p(i → j) / p(j at t+1 | x_1 … x_t) × p(j at t+1 | all), so that every factor is a probability
 * and nothing has to be scaled. Source: Kim, "Dynamic Linear Models with Markov-Switching", Journal of Econometrics 60
 * (1994).
 */
final class ForwardBackward {
    private final double[][] smoothed;
    private final double[][] steps;
    private double logLikelihood;

    private ForwardBackward(int length, int states) {
        smoothed = new double[length][];
        steps = new double[states][states];
    }

    static ForwardBackward of(GaussianHmm hmm, double[][] observations) {
        int last = observations.length - 1;
        int states = hmm.states();
        var result = new ForwardBackward(observations.length, states);
        double[][] filtered = new double[observations.length][states];
        double[][] predicted = new double[observations.length][states];
        for (int i = 0; i < states; i++) {
            predicted[0][i] = hmm.initial(i);
        }
        for (int t = 0; t <= last; t++) {
            if (t > 0) {
                hmm.predict(filtered[t - 1], predicted[t]);
            }
            System.arraycopy(predicted[t], 0, filtered[t], 0, states);
            result.logLikelihood += hmm.observe(filtered[t], observations[t]);
        }
        result.smoothed[last] = filtered[last];
        for (int t = last - 1; t >= 0; t--) {
            result.smoothed[t] = result.stepBack(hmm, filtered[t], predicted[t + 1], result.smoothed[t + 1]);
        }
        return result;
    }

    /** ln p(x_1 … x_T). */
    double logLikelihood() {
        return logLikelihood;
    }

    /** By time, then state: p(state | all observations). */
    double[][] smoothed() {
        return smoothed;
    }

    /** By state, then next state: expected number of steps. */
    double[][] steps() {
        return steps;
    }

    private double[] stepBack(GaussianHmm hmm, double[] filtered, double[] predicted, double[] smoothedNext) {
        double[] before = new double[filtered.length];
        for (int i = 0; i < filtered.length; i++) {
            for (int j = 0; j < filtered.length; j++) {
                // A state that could not be predicted was not reached either.
                double step =
                        predicted[j] == 0 ? 0 : filtered[i] * hmm.transition(i, j) / predicted[j] * smoothedNext[j];
                before[i] += step;
                steps[i][j] += step;
            }
        }
        return before;
    }
}
