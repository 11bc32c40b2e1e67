package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The indicators of volume there are. */
public final class Volumes {
    public static final List<IndicatorKind> KINDS = List.of(Vwap.KIND, Obv.KIND, VolumeStatistics.KIND);

    private Volumes() {}
}
