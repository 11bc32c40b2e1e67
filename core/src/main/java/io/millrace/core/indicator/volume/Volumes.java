package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The indicators of volume there are. */
public final class Volumes {
    public static final List<IndicatorKind> KINDS = List.of(
            Vwap.KIND,
            VwapBands.KIND,
            SessionVwap.KIND,
            Obv.KIND,
            VolumeStatistics.KIND,
            Mfi.KIND,
            Cmf.KIND,
            AccumulationDistribution.KIND,
            ChaikinOscillator.KIND,
            Klinger.KIND,
            Force.KIND,
            EaseOfMovement.KIND,
            VolumeIndex.NEGATIVE,
            VolumeIndex.POSITIVE);

    private Volumes() {}
}
