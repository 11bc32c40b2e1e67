package io.millrace.core.indicator.momentum;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The oscillators of momentum there are. */
public final class Oscillators {
    public static final List<IndicatorKind> KINDS = List.of(
            Rsi.KIND,
            Macd.KIND,
            Ppo.KIND,
            Apo.KIND,
            Stochastic.KIND,
            FastStochastic.KIND,
            StochRsi.KIND,
            WilliamsR.KIND,
            Cci.KIND,
            Cmo.KIND,
            Roc.KIND,
            Momentum.KIND,
            Trix.KIND,
            Tsi.KIND,
            Ultimate.KIND,
            Awesome.KIND,
            Coppock.KIND,
            Kst.KIND,
            Fisher.KIND);

    /** Averages of movements that have decayed below this count as none: further down they are no longer exact. */
    static final double NOTHING = 1e-280;

    private Oscillators() {}
}
