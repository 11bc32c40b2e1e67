package io.millrace.core.regime;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;

/**
 * The filtered probabilities p(state_t | x_1 … x_t) of a hidden Markov model, observation by observation: p(state_t | x_1
 * … x_{t−1}) = Σ p(state_{t−1} | x_1 … x_{t−1}) × p(step), then Bayes' rule in logarithms, so that nothing underflows.
 *
 * <p>Source: Hamilton (1989); Rabiner (1989), III.A and V.A.
 */
public final class ForwardFilter extends Remembering {
    private final GaussianHmm hmm;
    private final double[] predicted;
    /** Of the latest observation's state. */
    private final double[] filtered;

    private boolean started;

    public ForwardFilter(GaussianHmm hmm) {
        this.hmm = hmm;
        filtered = new double[hmm.states()];
        predicted = new double[hmm.states()];
    }

    /**
     * Sees the next observation.
     *
     * @return ln p(x_t | x_1 … x_{t−1}): their sum is the log-likelihood
     * @throws IllegalArgumentException if it is not d finite numbers; nothing has changed then
     */
    public double update(double[] observation) {
        require(observation);
        if (started) {
            hmm.predict(filtered, predicted);
        } else {
            for (int i = 0; i < predicted.length; i++) {
                predicted[i] = hmm.initial(i);
            }
        }
        started = true;
        double logDensity = hmm.observe(predicted, observation);
        System.arraycopy(predicted, 0, filtered, 0, filtered.length);
        return logDensity;
    }

    /** A copy of the probabilities by state; all 0 before the first observation. */
    public double[] probabilities() {
        return filtered.clone();
    }

    private void require(double[] observation) {
        if (observation.length != hmm.size()) {
            throw new IllegalArgumentException(
                    "an observation must be " + hmm.size() + " numbers, was " + observation.length);
        }
        for (double number : observation) {
            if (!(Math.abs(number) <= HmmObservations.LARGEST)) {
                throw new IllegalArgumentException(
                        "an observation must be at most " + HmmObservations.LARGEST + " in size, was " + number);
            }
        }
    }

    @Override
    public String name() {
        return "forward-filter(" + hmm.states() + ")";
    }

    @Override
    protected void memory(Memory memory) {
        started = memory.carry(started);
        memory.carry(filtered);
    }
}
