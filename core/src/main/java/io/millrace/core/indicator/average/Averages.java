package io.millrace.core.indicator.average;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The moving averages there are. */
public final class Averages {
    public static final List<IndicatorKind> KINDS = List.of(
            Sma.KIND,
            Ema.KIND,
            Wma.KIND,
            Dema.KIND,
            Tema.KIND,
            T3.KIND,
            Hma.KIND,
            Trima.KIND,
            Kama.KIND,
            Vidya.KIND,
            Wilder.KIND,
            Zlema.KIND,
            Lsma.KIND,
            Vwma.KIND);

    private Averages() {}
}
