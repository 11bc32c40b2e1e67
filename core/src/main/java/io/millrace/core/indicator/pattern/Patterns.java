package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.IndicatorKind;
import java.util.ArrayList;
import java.util.List;

/** The kinds of candles and candle patterns there are. */
public final class Patterns {
    public static final List<IndicatorKind> KINDS = kinds();

    private Patterns() {}

    private static List<IndicatorKind> kinds() {
        var kinds = new ArrayList<IndicatorKind>();
        kinds.add(HeikinAshi.KIND);
        for (var patterns :
                List.of(OneCandle.ALL, TwoCandles.ALL, ThreeCandles.ALL, ThreeInARow.ALL, ManyCandles.ALL)) {
            patterns.forEach(pattern -> kinds.add(pattern.kind()));
        }
        return List.copyOf(kinds);
    }
}
