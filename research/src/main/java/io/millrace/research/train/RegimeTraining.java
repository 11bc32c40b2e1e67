package io.millrace.research.train;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.market.Bar;
import io.millrace.core.regime.HmmObservations;
import io.millrace.core.regime.HmmParameters;
import io.millrace.core.regime.HmmTraining;
import io.millrace.core.regime.RegimeKind;
import io.millrace.core.regime.RegimeModel;
import java.util.ArrayList;
import java.util.List;

/** Trains a Gaussian hidden Markov model of a series' regimes. */
public final class RegimeTraining {
    /** Bars that there must be for every state; a model of 3 states has 20 free parameters. */
    static final int BARS_PER_STATE = 100;

    private RegimeTraining() {}

    /**
     * The model, version 1. It begins anywhere: the distribution of its first state is the share of time in each.
     *
     * @param bars of the series, in the order of their open time
     * @param window bars that a volatility is of
     * @throws TooFewBarsException if there are fewer than 100 for each state and a window
     */
    public static TrainedRegimes train(
            String modelId, BarSeries series, List<Bar> bars, int states, int window, long effectiveFromNanos)
            throws TooFewBarsException {
        int limit = BARS_PER_STATE * states + window;
        if (bars.size() < limit) {
            throw new TooFewBarsException(series, bars.size(), limit);
        }
        var result = HmmTraining.fit(
                observations(bars, window), states, HmmObservations.VOLATILITY, HmmTraining.Settings.DEFAULT);
        double[] shares = result.shares().stream().mapToDouble(share -> share).toArray();
        var training = new RegimeModel.Training(
                bars.get(0).openTimeNanos(),
                bars.get(bars.size() - 1).openTimeNanos(),
                bars.size(),
                result.logLikelihood());
        var model = new RegimeModel(
                modelId,
                1,
                series.instrument(),
                RegimeKind.GAUSSIAN_HMM.word(),
                series.interval().toNanos(),
                new HmmParameters(result.hmm().startingWith(shares), window).write(),
                training,
                true,
                effectiveFromNanos);
        return new TrainedRegimes(model, result);
    }

    private static double[][] observations(List<Bar> bars, int window) {
        var observations = new HmmObservations(window);
        var series = new ArrayList<double[]>(bars.size());
        for (var bar : bars) {
            observations.update(BarValues.of(bar));
            if (observations.isReady()) {
                series.add(observations.values());
            }
        }
        return series.toArray(double[][]::new);
    }
}
