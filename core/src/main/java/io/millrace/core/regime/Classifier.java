package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Remembering;
import java.util.List;
import java.util.Optional;

/** Tells regimes apart, of one series of bars. */
abstract class Classifier extends Remembering {
    /** The names of its regimes, in its order. */
    abstract List<String> regimes();

    /** Number of bars it must have seen before it can tell. */
    abstract int warmUp();

    /** Sees the next bar; the probability of each regime given all bars so far, once it can tell. */
    abstract Optional<double[]> classify(BarValues bar);
}
