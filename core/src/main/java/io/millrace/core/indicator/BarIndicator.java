package io.millrace.core.indicator;

/** An indicator of an {@link IndicatorKind}: what is left to it is its arithmetic and its memory. */
public abstract class BarIndicator extends NamedMeasure implements Indicator {
    /**
     * @param parameters as its name carries them
     * @throws IllegalArgumentException if the kind does not take them
     */
    protected BarIndicator(IndicatorKind kind, Object... parameters) {
        super(kind, parameters);
    }
}
