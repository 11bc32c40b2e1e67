package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The indicators of trend there are. */
public final class Trends {
    public static final List<IndicatorKind> KINDS = List.of(
            Adx.KIND,
            Adxr.KIND,
            Dmi.KIND,
            Aroon.KIND,
            Vortex.KIND,
            Choppiness.KIND,
            Psar.KIND,
            SuperTrend.KIND,
            Ichimoku.KIND);

    private Trends() {}
}
