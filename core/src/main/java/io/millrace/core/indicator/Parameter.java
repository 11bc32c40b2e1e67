package io.millrace.core.indicator;

/** What an indicator accepts as its parameters. */
final class Parameter {
    private Parameter() {}

    static void requirePeriod(String kind, int period, int min) {
        if (period < min || period > Window.MAX_SIZE) {
            throw new IllegalArgumentException(
                    kind + ": a period must be " + min + " to " + Window.MAX_SIZE + " bars, was " + period);
        }
    }
}
