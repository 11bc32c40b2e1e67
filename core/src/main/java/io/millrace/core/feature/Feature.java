package io.millrace.core.feature;

/**
 * A feature that a set declares.
 *
 * @param name its key in {@link FeatureVector#values()}
 * @param unit of its value
 * @param warmUp number of bars it needs before it has a value
 * @param meaning its formula
 */
public record Feature(String name, String unit, int warmUp, String meaning) {}
