package io.millrace.core.bench;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Indicator;
import io.millrace.core.indicator.catalogue.IndicatorSet;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjDoubleConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Time per bar of the indicators, bar by bar as a stream brings them, and of TA-Lib over whole arrays. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IndicatorBenchmark {
    static final int BARS = 10_000;
    private static final long MINUTE = 60_000_000_000L;

    /** A series of bars, a random walk. */
    @State(Scope.Benchmark)
    public static class Series {
        final Bar[] exactBars = new Bar[BARS];
        final BarValues[] bars = new BarValues[BARS];
        final double[] high = new double[BARS];
        final double[] low = new double[BARS];
        final double[] close = new double[BARS];
        final double[] volume = new double[BARS];

        @Setup
        public void walk() {
            var random = new Random(1);
            double price = 1_000;
            for (int i = 0; i < BARS; i++) {
                price *= Math.exp(0.001 * random.nextGaussian());
                exactBars[i] = bar(i, price, random);
                bars[i] = BarValues.of(exactBars[i]);
                high[i] = bars[i].high();
                low[i] = bars[i].low();
                close[i] = bars[i].close();
                volume[i] = bars[i].volume();
            }
        }

        private static Bar bar(long minute, double close, Random random) {
            var price = new Price(Math.round(close * 1e8));
            var reach = new Price(Math.round(close * 1e5 * random.nextDouble()));
            var volume = new Quantity(1 + random.nextLong(10_000_000_000L));
            return new Bar(
                    InstrumentId.of("BTC-USD.BITSTAMP"),
                    minute * MINUTE,
                    MINUTE,
                    price,
                    new Price(price.units() + reach.units()),
                    new Price(price.units() - reach.units()),
                    price,
                    volume,
                    price.times(volume),
                    volume,
                    1,
                    minute * MINUTE);
        }
    }

    /** One indicator, new for every pass over the series. */
    @State(Scope.Thread)
    public static class One {
        @Param({
            "sma(20)",
            "ema(12)",
            "rsi(14)",
            "macd(12,26,9)",
            "bollinger(20,2)",
            "atr(14)",
            "vwap(20)",
            "obv",
            "volume(20)"
        })
        String name;

        Indicator indicator;

        @Setup(Level.Invocation)
        public void start() {
            indicator = Indicators.parse(name);
        }
    }

    /** The eleven values that TA-Lib has too: sma, ema, ema, rsi, macd's three, bollinger's three, atr. */
    @State(Scope.Thread)
    public static class Eleven {
        static final List<String> NAMES =
                List.of("sma(20)", "ema(12)", "ema(26)", "rsi(14)", "macd(12,26,9)", "bollinger(20,2)", "atr(14)");

        Indicator[] indicators;

        @Setup(Level.Invocation)
        public void start() {
            indicators = NAMES.stream().map(Indicators::parse).toArray(Indicator[]::new);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void one(Series series, One one, Blackhole sink) {
        ObjDoubleConsumer<String> out = (name, value) -> sink.consume(value);
        for (BarValues bar : series.bars) {
            one.indicator.update(bar);
            one.indicator.values(out);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void eleven(Series series, Eleven eleven, Blackhole sink) {
        ObjDoubleConsumer<String> out = (name, value) -> sink.consume(value);
        for (BarValues bar : series.bars) {
            for (Indicator indicator : eleven.indicators) {
                indicator.update(bar);
                indicator.values(out);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void elevenOfTaLib(Series series, TaLibArrays ta) {
        for (String name : Eleven.NAMES) {
            ta.compute(name, series);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public void oneOfTaLib(Series series, TaLibArrays ta, OneOfTaLib one) {
        ta.compute(one.name, series);
    }

    /** The set that is computed of every instrument, from the exact bar to the snapshot. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void standardSet(Series series, Blackhole sink) {
        var set = IndicatorSet.standard();
        for (Bar bar : series.exactBars) {
            sink.consume(set.update(bar, bar.endTimeNanos()));
        }
    }

    /** An indicator that TA-Lib has too. */
    @State(Scope.Thread)
    public static class OneOfTaLib {
        @Param({"sma(20)", "ema(12)", "rsi(14)", "macd(12,26,9)", "bollinger(20,2)", "atr(14)", "obv"})
        String name;
    }

    /** TA-Lib and the arrays it writes to. */
    @State(Scope.Thread)
    public static class TaLibArrays {
        private static final int LAST = BARS - 1;

        private final Core core = new Core();
        private final MInteger begin = new MInteger();
        private final MInteger count = new MInteger();
        private final double[][] out = new double[3][BARS];

        RetCode compute(String name, Series s) {
            return switch (name) {
                case "sma(20)" -> core.sma(0, LAST, s.close, 20, begin, count, out[0]);
                case "ema(12)" -> core.ema(0, LAST, s.close, 12, begin, count, out[0]);
                case "ema(26)" -> core.ema(0, LAST, s.close, 26, begin, count, out[0]);
                case "rsi(14)" -> core.rsi(0, LAST, s.close, 14, begin, count, out[0]);
                case "macd(12,26,9)" -> core.macd(0, LAST, s.close, 12, 26, 9, begin, count, out[0], out[1], out[2]);
                case "bollinger(20,2)" ->
                    core.bbands(0, LAST, s.close, 20, 2, 2, MAType.Sma, begin, count, out[0], out[1], out[2]);
                case "atr(14)" -> core.atr(0, LAST, s.high, s.low, s.close, 14, begin, count, out[0]);
                case "obv" -> core.obv(0, LAST, s.close, s.volume, begin, count, out[0]);
                default -> throw new IllegalArgumentException("TA-Lib is not asked for " + name);
            };
        }
    }
}
