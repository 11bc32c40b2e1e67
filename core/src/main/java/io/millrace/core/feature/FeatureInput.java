package io.millrace.core.feature;

/** What a feature is computed from, besides the bars themselves: without it the feature is absent. */
public enum FeatureInput {
    /** Bars alone: a replay of the bars topic gives the same. */
    BARS,
    /** The trades of the bar, one by one. */
    TRADES,
    /** The best bid and ask. */
    QUOTES,
    /** The bars of another instrument. */
    BENCHMARK
}
