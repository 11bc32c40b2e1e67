package io.millrace.core.strategy;

import java.util.Map;

/** A rule's parameters, with its defaults for what is not given. */
record Parameters(StrategyKind kind, Map<String, Double> given) {
    double number(String name) {
        return given.getOrDefault(name, kind.parameter(name).defaultValue());
    }

    int whole(String name) {
        return (int) number(name);
    }
}
