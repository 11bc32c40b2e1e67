package io.millrace.core.indicator.statistic;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The statistics there are. */
public final class Statistics {
    public static final List<IndicatorKind> KINDS =
            List.of(StandardDeviation.KIND, Variance.KIND, Skew.KIND, ZScore.KIND, Regression.KIND);

    /** Of two instruments. */
    public static final List<IndicatorKind> PAIR_KINDS = List.of(Correlation.KIND, Beta.KIND);

    private Statistics() {}
}
