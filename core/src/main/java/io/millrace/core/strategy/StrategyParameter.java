package io.millrace.core.strategy;

import java.util.Optional;

/**
 * A parameter that a rule declares.
 *
 * @param min the least value allowed
 * @param max the greatest value allowed
 * @param whole whether it must be a whole number
 * @param meaning what it does, with its unit
 */
public record StrategyParameter(
        String name, double defaultValue, double min, double max, boolean whole, String meaning) {

    static StrategyParameter bars(String name, int defaultValue, int min, int max, String meaning) {
        return new StrategyParameter(name, defaultValue, min, max, true, meaning);
    }

    static StrategyParameter number(String name, double defaultValue, double min, double max, String meaning) {
        return new StrategyParameter(name, defaultValue, min, max, false, meaning);
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
