package io.millrace.core.indicator.average;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.SingleValue;

/** An average of samples; as an indicator, of the closes. */
public abstract class MovingAverage extends SingleValue {
    protected MovingAverage(IndicatorKind kind, Object... parameters) {
        super(kind, parameters);
    }

    /** Sees the next sample: a close, or a value of another indicator. */
    public abstract void add(double sample);

    @Override
    public final void update(BarValues bar) {
        add(bar.close());
    }
}
