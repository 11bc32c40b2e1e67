package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The measures of volatility, bands and channels there are. */
public final class Volatilities {
    public static final List<IndicatorKind> KINDS = List.of(Bollinger.KIND, Atr.KIND);

    private Volatilities() {}
}
