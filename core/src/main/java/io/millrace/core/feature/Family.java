package io.millrace.core.feature;

import io.millrace.core.indicator.Remembering;
import java.util.List;

/** Features that are computed together, of one memory; a set is a list of families. */
abstract class Family extends Remembering {
    /** What it computes, in the order of the columns of a model's input. */
    abstract List<Feature> features();

    /** Takes a bar and hands over the features that have a value after it. */
    abstract void update(Sample sample, Values out);
}
