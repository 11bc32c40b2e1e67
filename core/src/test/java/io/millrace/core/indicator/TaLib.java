package io.millrace.core.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;
import java.util.HashMap;
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

    Map<String, double[]> wma(int period) {
        var out = outputs(1);
        check(CORE.wma(0, last(), close, period, begin, count, out[0]));
        return Map.of("wma(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> dema(int period) {
        var out = outputs(1);
        check(CORE.dema(0, last(), close, period, begin, count, out[0]));
        return Map.of("dema(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> tema(int period) {
        var out = outputs(1);
        check(CORE.tema(0, last(), close, period, begin, count, out[0]));
        return Map.of("tema(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> trima(int period) {
        var out = outputs(1);
        check(CORE.trima(0, last(), close, period, begin, count, out[0]));
        return Map.of("trima(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> kama(int period) {
        var out = outputs(1);
        check(CORE.kama(0, last(), close, period, begin, count, out[0]));
        return Map.of("kama(" + period + ",2,30)", aligned(out[0]));
    }

    Map<String, double[]> t3(int period) {
        var out = outputs(1);
        check(CORE.t3(0, last(), close, period, 0.7, begin, count, out[0]));
        return Map.of("t3(" + period + ",0.7)", aligned(out[0]));
    }

    Map<String, double[]> cmo(int period) {
        var out = outputs(1);
        check(CORE.cmo(0, last(), close, period, begin, count, out[0]));
        return Map.of("cmo(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> roc(int period) {
        var out = outputs(1);
        check(CORE.roc(0, last(), close, period, begin, count, out[0]));
        return Map.of("roc(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> momentum(int period) {
        var out = outputs(1);
        check(CORE.mom(0, last(), close, period, begin, count, out[0]));
        return Map.of("momentum(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> trix(int period) {
        var out = outputs(1);
        check(CORE.trix(0, last(), close, period, begin, count, out[0]));
        return Map.of("trix(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> stddev(int period) {
        var out = outputs(1);
        check(CORE.stdDev(0, last(), close, period, 1, begin, count, out[0]));
        return Map.of("stddev(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> variance(int period) {
        var out = outputs(1);
        check(CORE.variance(0, last(), close, period, 1, begin, count, out[0]));
        return Map.of("variance(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> lsma(int period) {
        var out = outputs(1);
        check(CORE.linearReg(0, last(), close, period, begin, count, out[0]));
        return Map.of("lsma(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> williams(int period) {
        var out = outputs(1);
        check(CORE.willR(0, last(), high, low, close, period, begin, count, out[0]));
        return Map.of("williams(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> cci(int period) {
        var out = outputs(1);
        check(CORE.cci(0, last(), high, low, close, period, begin, count, out[0]));
        return Map.of("cci(" + period + ")", aligned(out[0]));
    }

    Map<String, double[]> ultimate(int fast, int middle, int slow) {
        var out = outputs(1);
        check(CORE.ultOsc(0, last(), high, low, close, fast, middle, slow, begin, count, out[0]));
        return Map.of("ultimate(" + fast + "," + middle + "," + slow + ")", aligned(out[0]));
    }

    Map<String, double[]> apo(int fast, int slow) {
        var out = outputs(1);
        check(CORE.apo(0, last(), close, fast, slow, MAType.Ema, begin, count, out[0]));
        return Map.of("apo(" + fast + "," + slow + ")", aligned(out[0]));
    }

    /** Its line alone: ours with a signal of one value has the same warm-up. */
    Map<String, double[]> ppo(int fast, int slow) {
        var out = outputs(1);
        check(CORE.ppo(0, last(), close, fast, slow, MAType.Ema, begin, count, out[0]));
        return Map.of("ppo(" + fast + "," + slow + ",1).line", aligned(out[0]));
    }

    Map<String, double[]> stochastic(int period, int smooth, int signal) {
        var out = outputs(2);
        check(CORE.stoch(
                0,
                last(),
                high,
                low,
                close,
                period,
                smooth,
                MAType.Sma,
                signal,
                MAType.Sma,
                begin,
                count,
                out[0],
                out[1]));
        var name = "stochastic(" + period + "," + smooth + "," + signal + ")";
        return Map.of(name + ".k", aligned(out[0]), name + ".d", aligned(out[1]));
    }

    Map<String, double[]> fastStochastic(int period, int smooth) {
        var out = outputs(2);
        check(CORE.stochF(0, last(), high, low, close, period, smooth, MAType.Sma, begin, count, out[0], out[1]));
        var name = "stochastic-fast(" + period + "," + smooth + ")";
        return Map.of(name + ".k", aligned(out[0]), name + ".d", aligned(out[1]));
    }

    Map<String, double[]> stochRsi(int rsi, int period, int smooth) {
        var out = outputs(2);
        check(CORE.stochRsi(0, last(), close, rsi, period, smooth, MAType.Sma, begin, count, out[0], out[1]));
        var name = "stochrsi(" + rsi + "," + period + "," + smooth + ")";
        return Map.of(name + ".k", aligned(out[0]), name + ".d", aligned(out[1]));
    }

    Map<String, double[]> regression(int period) {
        var name = "regression(" + period + ")";
        var out = outputs(1);
        var values = new HashMap<String, double[]>();
        check(CORE.linearRegSlope(0, last(), close, period, begin, count, out[0]));
        values.put(name + ".slope", aligned(out[0]));
        check(CORE.linearRegIntercept(0, last(), close, period, begin, count, out[0]));
        values.put(name + ".intercept", aligned(out[0]));
        check(CORE.tsf(0, last(), close, period, begin, count, out[0]));
        values.put(name + ".forecast", aligned(out[0]));
        check(CORE.linearRegAngle(0, last(), close, period, begin, count, out[0]));
        values.put(name + ".angle", aligned(out[0]));
        return values;
    }

    /** Of two series of the same length; TA-Lib takes the reference of a beta first. */
    static double[] correlation(double[] samples, double[] references, int period) {
        var begin = new MInteger();
        var count = new MInteger();
        var out = new double[samples.length];
        check(CORE.correl(0, samples.length - 1, samples, references, period, begin, count, out));
        return aligned(out, begin.value, count.value);
    }

    /** Of two series of the same length; TA-Lib takes the reference of a beta first. */
    static double[] beta(double[] samples, double[] references, int period) {
        var begin = new MInteger();
        var count = new MInteger();
        var out = new double[samples.length];
        check(CORE.beta(0, samples.length - 1, references, samples, period, begin, count, out));
        return aligned(out, begin.value, count.value);
    }

    private int last() {
        return close.length - 1;
    }

    private double[][] outputs(int count) {
        return new double[count][close.length];
    }

    private double[] aligned(double[] out) {
        return aligned(out, begin.value, count.value);
    }

    private static double[] aligned(double[] out, int begin, int count) {
        var aligned = new double[out.length];
        Arrays.fill(aligned, Double.NaN);
        System.arraycopy(out, 0, aligned, begin, count);
        return aligned;
    }

    private static void check(RetCode code) {
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answered " + code);
        }
    }
}
