package io.millrace.core.indicator;

/** An indicator with one value, named as the indicator itself. */
public abstract class SingleValue extends BarIndicator {
    protected SingleValue(IndicatorKind kind, Object... parameters) {
        super(kind, parameters);
    }

    /** The value; it means something only if {@link #isReady()}. */
    public abstract double value();

    @Override
    public final double value(int index) {
        return value();
    }
}
