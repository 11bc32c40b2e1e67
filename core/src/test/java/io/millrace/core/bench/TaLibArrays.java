package io.millrace.core.bench;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;

/** TA-Lib and the arrays it writes to, one for every value of a bar. */
final class TaLibArrays {
    private final Core core = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();
    private final int last;
    private final double[][] out;
    private final double[] notional;
    private final double[] volume;

    TaLibArrays(int bars) {
        last = bars - 1;
        out = new double[ElevenIndicators.VALUES][bars];
        notional = new double[bars];
        volume = new double[bars];
    }

    /** All eleven; the array's element i belongs to the bar i + TA-Lib's warm-up. */
    double[][] computeAll(BenchBars s) {
        int at = 0;
        for (String name : ElevenIndicators.NAMES) {
            at += compute(name, s, at);
        }
        return out;
    }

    /**
     * One of them, into the arrays from a place on.
     *
     * @return how many arrays it took
     */
    int compute(String name, BenchBars s, int at) {
        return switch (name) {
            case "sma(20)" -> one(core.sma(0, last, s.close, 20, begin, count, out[at]));
            case "ema(12)" -> one(core.ema(0, last, s.close, 12, begin, count, out[at]));
            case "ema(26)" -> one(core.ema(0, last, s.close, 26, begin, count, out[at]));
            case "rsi(14)" -> one(core.rsi(0, last, s.close, 14, begin, count, out[at]));
            case "macd(12,26,9)" ->
                2 + one(core.macd(0, last, s.close, 12, 26, 9, begin, count, out[at], out[at + 1], out[at + 2]));
            case "bollinger(20,2)" ->
                2
                        + one(core.bbands(
                                0,
                                last,
                                s.close,
                                20,
                                2,
                                2,
                                MAType.Sma,
                                begin,
                                count,
                                out[at],
                                out[at + 1],
                                out[at + 2]));
            case "atr(14)" -> one(core.atr(0, last, s.high, s.low, s.close, 14, begin, count, out[at]));
            case "stochastic-fast(14,3)" ->
                1
                        + one(core.stochF(
                                0,
                                last,
                                s.high,
                                s.low,
                                s.close,
                                14,
                                3,
                                MAType.Sma,
                                begin,
                                count,
                                out[at],
                                out[at + 1]));
            case "obv" -> one(core.obv(0, last, s.close, s.volume, begin, count, out[at]));
            case "vwap(20)" -> vwap(s, at);
            case "adx(14)" -> one(core.adx(0, last, s.high, s.low, s.close, 14, begin, count, out[at]));
            default -> throw new IllegalArgumentException("TA-Lib is not asked for " + name);
        };
    }

    /** TA-Lib has none: two of its running sums, divided. */
    private int vwap(BenchBars s, int at) {
        one(core.sum(0, last, s.notional, 20, begin, count, notional));
        one(core.sum(0, last, s.volume, 20, begin, count, volume));
        for (int i = 0; i < count.value; i++) {
            out[at][i] = notional[i] / volume[i];
        }
        return 1;
    }

    private static int one(RetCode code) {
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answered " + code);
        }
        return 1;
    }
}
