package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import java.util.List;
import java.util.Optional;

/** The states of a Gaussian hidden Markov model, filtered. */
final class HmmRegimes extends Classifier {
    private final List<String> regimes;
    private final HmmObservations observations;
    private final ForwardFilter filter;

    HmmRegimes(HmmParameters parameters) {
        regimes = GaussianHmm.names(parameters.hmm().states());
        observations = new HmmObservations(parameters.window());
        filter = new ForwardFilter(parameters.hmm());
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
        return observations.warmUp();
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
