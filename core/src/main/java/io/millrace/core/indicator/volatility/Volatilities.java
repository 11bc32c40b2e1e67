package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.IndicatorKind;
import java.util.List;

/** The measures of volatility, bands and channels there are. */
public final class Volatilities {
    public static final List<IndicatorKind> KINDS = List.of(
            Bollinger.KIND,
            BollingerPercentB.KIND,
            BollingerWidth.KIND,
            Atr.KIND,
            Natr.KIND,
            TrueRangeIndicator.KIND,
            Keltner.KIND,
            Donchian.KIND,
            Chandelier.KIND,
            Ulcer.KIND,
            MassIndex.KIND);

    private Volatilities() {}
}
