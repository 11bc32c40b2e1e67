package io.millrace.core.feature;

import io.millrace.core.indicator.Stateful;
import io.millrace.core.market.Bar;
import java.util.List;

/** Features of one series of bars, computed bar by bar; its memory is {@link #snapshot()}. */
public interface FeatureSet extends Stateful {
    /** Grows by one whenever a feature is added, removed or computed differently. */
    int version();

    /** Its features, in the order of the columns of a model's input. */
    List<Feature> features();

    /**
     * The features after this bar; one that still warms up, and one whose input was not seen, is absent.
     *
     * @param eventTimeNanos when the bar was known
     */
    FeatureVector update(Sample sample, long eventTimeNanos);

    /** The features after a bar of which nothing else was seen. */
    default FeatureVector update(Bar bar, long eventTimeNanos) {
        return update(Sample.of(bar), eventTimeNanos);
    }
}
