package io.millrace.core.feature;

import java.util.SortedMap;
import java.util.TreeMap;

/** The features of one bar: a number that is not finite is no value. */
final class Values {
    private final SortedMap<String, Double> byName = new TreeMap<>();

    void put(Feature feature, double value) {
        if (Double.isFinite(value)) {
            byName.put(feature.name(), value);
        }
    }

    SortedMap<String, Double> byName() {
        return byName;
    }
}
