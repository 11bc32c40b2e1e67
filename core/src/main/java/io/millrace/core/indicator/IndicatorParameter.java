package io.millrace.core.indicator;

/**
 * A parameter of a kind of indicator.
 *
 * @param kind word of the kind, for messages
 * @param name what the parameter is called
 * @param type what it can be
 * @param defaultValue an {@code Integer}, {@code Double} or {@code String} by type
 * @param min the least number it may be, inclusive for bars, exclusive for a number
 * @param max the greatest number it may be
 */
public record IndicatorParameter(String kind, String name, Type type, Object defaultValue, double min, double max) {
    /** What a parameter can be. */
    public enum Type {
        /** A whole number of bars. */
        BARS,
        NUMBER,
        WORD
    }

    /** What it is, with its limits: {@code 2 to 10000 bars}. */
    public String range() {
        return switch (type) {
            case BARS -> written((int) min) + " to " + written((int) max) + " bars";
            case NUMBER -> "> " + written(min) + " and <= " + written(max);
            case WORD -> "a word";
        };
    }

    /** The value if it may be one, as the type that it is stored in. */
    Object checked(Object value) {
        return switch (type) {
            case BARS -> bars(value);
            case NUMBER -> number(value);
            case WORD -> value.toString();
        };
    }

    private Object bars(Object value) {
        double number = toNumber(value);
        if (number != (int) number) {
            throw new IllegalArgumentException(
                    kind + ": " + name + " must be a whole number of bars, was " + written(value));
        }
        if (number < min || number > max) {
            throw new IllegalArgumentException(kind + ": " + name + " must be " + range() + ", was " + written(value));
        }
        return (int) number;
    }

    private Object number(Object value) {
        double number = toNumber(value);
        if (!(number > min && number <= max)) {
            throw new IllegalArgumentException(kind + ": " + name + " must be " + range() + ", was " + written(value));
        }
        return number;
    }

    private double toNumber(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(kind + ": " + name + " must be a number, was '" + value + "'", e);
        }
    }

    /** Without a fraction where there is none: {@code 20}, {@code 2.5}. */
    static String written(Object value) {
        if (value instanceof Number number) {
            double d = number.doubleValue();
            return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
        }
        return value.toString();
    }
}
