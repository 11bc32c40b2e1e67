package io.millrace.core.regime;

import java.util.Optional;

/**
 * A parameter that a rule declares.
 *
 * @param whole whether it must be a whole number
 * @param meaning what it does, with its unit
 */
public record RegimeParameter(String name, double defaultValue, double min, double max, boolean whole, String meaning) {
    /** What is wrong with a value, if anything is. */
    Optional<String> objection(double value) {
        boolean fits = value >= min && value <= max && (!whole || value == Math.rint(value));
        return fits
                ? Optional.empty()
                : Optional.of(name + " must be " + (whole ? "a whole number " : "") + "from " + min + " to " + max
                        + ", was " + value);
    }
}
