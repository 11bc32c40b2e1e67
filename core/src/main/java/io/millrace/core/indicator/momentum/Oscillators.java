package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The oscillators of momentum there are. */
public final class Oscillators {
    public static final List<IndicatorKind> KINDS = List.of(Rsi.KIND, Macd.KIND);

    private Oscillators() {}
}
