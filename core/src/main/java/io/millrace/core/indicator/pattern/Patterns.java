package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The kinds of candles and candle patterns there are. */
public final class Patterns {
    public static final List<IndicatorKind> KINDS = List.of(HeikinAshi.KIND);

    private Patterns() {}
}
