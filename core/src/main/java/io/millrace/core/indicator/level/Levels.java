package io.millrace.core.indicator.level;

import io.millrace.core.indicator.IndicatorKind;
import java.util.ArrayList;
import java.util.List;

/** The price levels there are. */
public final class Levels {
    public static final List<IndicatorKind> KINDS = kinds();

    private Levels() {}

    private static List<IndicatorKind> kinds() {
        var kinds = new ArrayList<IndicatorKind>();
        for (PivotMethod method : PivotMethod.values()) {
            kinds.add(method.kind());
        }
        kinds.add(ZigZag.KIND);
        kinds.add(Fractals.KIND);
        return List.copyOf(kinds);
    }
}
