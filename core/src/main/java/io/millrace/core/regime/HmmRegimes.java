package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import java.util.List;
import java.util.Optional;

/** The states of a Gaussian hidden Markov model, filtered. */
final class HmmRegimes extends Classifier {
    private static final int WARM_UP = 2;

    private final List<String> regimes;
    private final HmmObservations observations = new HmmObservations();
    private final ForwardFilter filter;

    HmmRegimes(GaussianHmm hmm) {
        regimes = GaussianHmm.names(hmm.states());
        filter = new ForwardFilter(hmm);
    }

    @Override
    Optional<double[]> classify(BarValues bar) {
        observations.update(bar);
        if (!observations.isReady()) {
            return Optional.empty();
        }
        filter.update(observations.values());
        return Optional.of(filter.probabilities());
    }

    @Override
    List<String> regimes() {
        return regimes;
    }

    @Override
    int warmUp() {
        return WARM_UP;
    }

    @Override
    public String name() {
        return "gaussian-hmm";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(observations);
        memory.carry(filter);
    }
}
