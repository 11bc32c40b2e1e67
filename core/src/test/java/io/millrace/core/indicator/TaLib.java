package io.millrace.core.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** TA-Lib's values of a series of bars, by our names; NaN while TA-Lib has none. */
final class TaLib {
    private static final Core CORE = new Core();

    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();

    TaLib(List<BarValues> bars) {
        high = bars.stream().mapToDouble(BarValues::high).toArray();
        low = bars.stream().mapToDouble(BarValues::low).toArray();
        close = bars.stream().mapToDouble(BarValues::close).toArray();
        volume = bars.stream().mapToDouble(BarValues::volume).toArray();
    }

    Map<String, double[]> sma(int period) {
        var out = outputs(1);
        check(CORE.sma(0, last(), close, period, begin, count, out[0]));
        return Map.of("sma(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> ema(int period) {
        var out = outputs(1);
        check(CORE.ema(0, last(), close, period, begin, count, out[0]));
        return Map.of("ema(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> rsi(int period) {
        var out = outputs(1);
        check(CORE.rsi(0, last(), close, period, begin, count, out[0]));
        return Map.of("rsi(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> macd(int fast, int slow, int signal) {
        var out = outputs(3);
        check(CORE.macd(0, last(), close, fast, slow, signal, begin, count, out[0], out[1], out[2]));
        var name = "macd(" + fast + "," + slow + "," + signal + ")";
        return Map.of(
                name + ".line", aligned(out[0]),
                name + ".signal", aligned(out[1]),
                name + ".histogram", aligned(out[2]));
    }

    Map<String, double[]> bollinger(int period, int width) {
        var out = outputs(3);
        check(CORE.bbands(0, last(), close, period, width, width, MAType.Sma, begin, count, out[0], out[1], out[2]));
        var name = "bollinger(" + period + "," + width + ")";
        return Map.of(
                name + ".upper", aligned(out[0]),
                name + ".middle", aligned(out[1]),
                name + ".lower", aligned(out[2]));
    }

    Map<String, double[]> atr(int period) {
        var out = outputs(1);
        check(CORE.atr(0, last(), high, low, close, period, begin, count, out[0]));
        return Map.of("atr(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> obv() {
        var out = outputs(1);
        check(CORE.obv(0, last(), close, volume, begin, count, out[0]));
        return Map.of("obv", aligned(out[0]));
    }

    private int last() {
        return close.length - 1;
    }

    private double[][] outputs(int count) {
        return new double[count][close.length];
    }

    private double[] aligned(double[] out) {
        var aligned = new double[close.length];
        Arrays.fill(aligned, Double.NaN);
        System.arraycopy(out, 0, aligned, begin.value, count.value);
        return aligned;
    }

    private static void check(RetCode code) {
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answered " + code);
        }
    }
}
