package io.millrace.core.bench;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.average.Ema;
import io.millrace.core.indicator.average.Sma;
import io.millrace.core.indicator.momentum.FastStochastic;
import io.millrace.core.indicator.momentum.Macd;
import io.millrace.core.indicator.momentum.Rsi;
import io.millrace.core.indicator.trend.Adx;
import io.millrace.core.indicator.volatility.Atr;
import io.millrace.core.indicator.volatility.Bollinger;
import io.millrace.core.indicator.volume.Obv;
import io.millrace.core.indicator.volume.Vwap;
import java.util.List;

/** Eleven indicators in fields, as somebody would write them who knows at compile time which ones are wanted. */
final class ElevenIndicators {
    /** The same by name. */
    static final List<String> NAMES = List.of(
            "sma(20)",
            "ema(12)",
            "ema(26)",
            "rsi(14)",
            "macd(12,26,9)",
            "bollinger(20,2)",
            "atr(14)",
            "stochastic-fast(14,3)",
            "obv",
            "vwap(20)",
            "adx(14)");

    /** Number of their values. */
    static final int VALUES = 16;

    private final Sma sma = new Sma(20);
    private final Ema fast = new Ema(12);
    private final Ema slow = new Ema(26);
    private final Rsi rsi = new Rsi(14);
    private final Macd macd = new Macd(12, 26, 9);
    private final Bollinger bands = new Bollinger(20, 2);
    private final Atr atr = new Atr(14);
    private final FastStochastic stochastic = new FastStochastic(14, 3);
    private final Obv obv = new Obv();
    private final Vwap vwap = new Vwap(20);
    private final Adx adx = new Adx(14);

    /** Shows the bar to all and takes their values, in the order of {@link #NAMES}. */
    void update(BarValues bar, double[] values) {
        double close = bar.close();
        sma.add(close);
        fast.add(close);
        slow.add(close);
        rsi.add(close);
        macd.add(close);
        bands.add(close);
        atr.update(bar);
        stochastic.update(bar);
        obv.update(bar);
        vwap.update(bar);
        adx.update(bar);
        values[0] = sma.value();
        values[1] = fast.value();
        values[2] = slow.value();
        values[3] = rsi.value();
        values[4] = macd.line();
        values[5] = macd.signal();
        values[6] = macd.histogram();
        values[7] = bands.upper();
        values[8] = bands.middle();
        values[9] = bands.lower();
        values[10] = atr.value();
        values[11] = stochastic.k();
        values[12] = stochastic.d();
        values[13] = obv.value();
        values[14] = vwap.value();
        values[15] = adx.value();
    }
}
