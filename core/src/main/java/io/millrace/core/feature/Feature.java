package io.millrace.core.feature;

/**
 * A feature that a set declares.
 *
 * @param name its key in {@link FeatureVector#values()}
 * @param unit of its value, 1 for a pure number
 * @param warmUp number of bars it needs at least before it has a value
 * @param meaning its formula
 * @param source who proposed it, empty for what needs no source
 * @param input what it is computed from
 */
public record Feature(String name, String unit, int warmUp, String meaning, String source, FeatureInput input) {
    /** A feature of bars alone that needs no source. */
    static Feature of(String name, String unit, int warmUp, String meaning) {
        return new Feature(name, unit, warmUp, meaning, "", FeatureInput.BARS);
    }

    Feature by(String author) {
        return new Feature(name, unit, warmUp, meaning, author, input);
    }

    Feature from(FeatureInput other) {
        return new Feature(name, unit, warmUp, meaning, source, other);
    }
}
