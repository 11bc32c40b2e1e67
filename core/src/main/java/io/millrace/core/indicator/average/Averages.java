package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The moving averages there are. */
public final class Averages {
    public static final List<IndicatorKind> KINDS = List.of(Sma.KIND, Ema.KIND);

    private Averages() {}
}
