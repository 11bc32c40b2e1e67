package io.millrace.core.indicator;

/**
 * A number, or a few, of how two series go together: of an instrument and what it is compared with, bar by bar.
 *
 * <p>Which bar of the one belongs to which of the other is the caller's to say: both are handed over together, once for
 * every pair, in O(1) amortised and constant memory.
 */
public abstract class PairIndicator extends NamedMeasure {
    protected PairIndicator(IndicatorKind kind, Object... parameters) {
        super(kind, parameters);
    }

    /**
     * Sees the next samples of both.
     *
     * @param reference of what it is compared with: an index, a benchmark
     */
    public abstract void add(double sample, double reference);

    /** Sees the closes of two bars of the same time. */
    public final void update(BarValues bar, BarValues reference) {
        add(bar.close(), reference.close());
    }

    /** The value; it means something only if {@link #isReady()}. */
    public abstract double value();

    @Override
    public final double value(int index) {
        return value();
    }
}
