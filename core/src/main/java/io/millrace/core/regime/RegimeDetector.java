package io.millrace.core.regime;

import io.millrace.core.indicator.Stateful;
import io.millrace.core.market.Bar;
import java.util.List;
import java.util.Optional;

/**
 * A model at work on the bars of one instrument and interval: a step function from (memory, bar) to (memory, snapshot)
 * whose memory is {@link #snapshot()}.
 */
public interface RegimeDetector extends Stateful {
    /** The names of its regimes, in the model's order. */
    List<String> regimes();

    /** Number of bars it must have seen before it can tell. */
    int warmUp();

    /**
     * Sees the next bar; its regime, once the detector can tell.
     *
     * @param eventTimeNanos when the bar was known
     */
    Optional<RegimeSnapshot> update(Bar bar, long eventTimeNanos);

    /**
     * A new detector that has seen nothing.
     *
     * @throws IllegalArgumentException if the model is wrong; the message names every error
     */
    static RegimeDetector of(RegimeModel model) {
        return new ModelDetector(model);
    }
}
