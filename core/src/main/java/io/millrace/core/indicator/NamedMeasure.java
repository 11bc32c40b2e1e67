package io.millrace.core.indicator;

import java.util.List;

/** A measure of an {@link IndicatorKind}: what is left to it is its arithmetic and its memory. */
abstract class NamedMeasure extends Remembering implements Measure {
    private final String name;
    private final List<String> valueNames;

    /**
     * @param parameters as its name carries them
     * @throws IllegalArgumentException if the kind does not take them
     */
    NamedMeasure(IndicatorKind kind, Object... parameters) {
        name = kind.nameOf(parameters);
        valueNames = kind.valueNames(name);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> valueNames() {
        return valueNames;
    }
}
