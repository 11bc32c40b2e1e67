package io.millrace.core.sizing;

import java.util.Optional;

/**
 * A parameter of a kind of sizing.
 *
 * @param defaultValue NaN if there is none
 * @param min the least value allowed
 * @param max the greatest value allowed
 * @param whole whether it must be a whole number
 * @param required whether it must be given
 * @param meaning what it does, with its unit
 */
public record SizingParameter(
        String name, double defaultValue, double min, double max, boolean whole, boolean required, String meaning) {

    static SizingParameter required(String name, double min, double max, String meaning) {
        return new SizingParameter(name, Double.NaN, min, max, false, true, meaning);
    }

    static SizingParameter number(String name, double defaultValue, double min, double max, String meaning) {
        return new SizingParameter(name, defaultValue, min, max, false, false, meaning);
    }

    static SizingParameter count(String name, int defaultValue, int min, int max, String meaning) {
        return new SizingParameter(name, defaultValue, min, max, true, false, meaning);
    }

    /** What is wrong with a value, if anything is. */
    Optional<String> objection(double value) {
        boolean inRange = value >= min && value <= max;
        return inRange && (!whole || value == Math.rint(value))
                ? Optional.empty()
                : Optional.of(name + " must be " + (whole ? "a whole number " : "") + "from " + text(min) + " to "
                        + text(max) + ", was " + text(value));
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
