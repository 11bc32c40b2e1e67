package io.millrace.core.regime;

import io.millrace.core.market.InstrumentId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of a model of an instrument's regimes.
 *
 * @param modelId its name
 * @param version grows by one with every change
 * @param kind a name that {@link RegimeKind} knows ({@code gaussian-hmm})
 * @param intervalNanos interval of the time bars it sees; only the baseline sees bars of other types
 * @param parameters by name, as its kind declares them
 * @param training what it was trained on, null if it was not
 * @param enabled a version that is not publishes nothing
 * @param effectiveFromNanos event time from which on this version holds
 */
public record RegimeModel(
        String modelId,
        long version,
        InstrumentId instrument,
        String kind,
        long intervalNanos,
        SortedMap<String, Double> parameters,
        Training training,
        boolean enabled,
        long effectiveFromNanos) {
    /** The id of the rule that runs on every instrument and interval without being asked for. */
    public static final String BASELINE = "volatility-trend";

    /**
     * What a model was trained on.
     *
     * @param fromNanos open time of the first bar
     * @param toNanos open time of the last bar
     * @param bars how many there were
     * @param logLikelihood ln p(observations) of the bars under the model
     */
    public record Training(long fromNanos, long toNanos, long bars, double logLikelihood) {}

    /** The rule with its default parameters, version 0, always in force. */
    static RegimeModel baseline(InstrumentId instrument, long intervalNanos) {
        return new RegimeModel(
                BASELINE,
                0,
                instrument,
                RegimeKind.VOLATILITY_TREND.word(),
                intervalNanos,
                new TreeMap<>(),
                null,
                true,
                Long.MIN_VALUE);
    }
}
