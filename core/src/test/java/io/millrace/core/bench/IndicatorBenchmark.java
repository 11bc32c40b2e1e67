package io.millrace.core.bench;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Indicator;
import io.millrace.core.indicator.catalogue.IndicatorSet;
import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Time per bar of the indicators, bar by bar as a stream brings them: eleven together over a million bars beside TA-Lib
 * over whole arrays and ta4j bar by bar, and each alone over a few bars that lie in the cache.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IndicatorBenchmark {
    static final int MANY = 1_000_000;
    static final int FEW = 10_000;

    /** A million bars. */
    @State(Scope.Benchmark)
    public static class Many {
        final BenchBars series = new BenchBars(MANY);
    }

    /** Ten thousand bars. */
    @State(Scope.Benchmark)
    public static class Few {
        final BenchBars series = new BenchBars(FEW);
        final Bar[] exact = new Bar[FEW];

        @Setup
        public void round() {
            for (int i = 0; i < FEW; i++) {
                exact[i] = exact(series.bars[i]);
            }
        }

        private static Bar exact(BarValues bar) {
            var volume = new Quantity(Math.round(bar.volume() * 1e8));
            var close = price(bar.close());
            return new Bar(
                    InstrumentId.of("BTC-USD.BITSTAMP"),
                    bar.openTimeNanos(),
                    bar.endTimeNanos() - bar.openTimeNanos(),
                    price(bar.open()),
                    price(bar.high()),
                    price(bar.low()),
                    close,
                    volume,
                    close.times(volume),
                    volume,
                    1,
                    bar.openTimeNanos());
        }

        private static Price price(double value) {
            return new Price(Math.round(value * 1e8));
        }
    }

    /** The eleven in fields, and where their values go. */
    @State(Scope.Thread)
    public static class Fields {
        final ElevenIndicators indicators = new ElevenIndicators();
        final double[] values = new double[ElevenIndicators.VALUES];
    }

    /** The eleven by name. */
    @State(Scope.Thread)
    public static class Named {
        final Indicator[] indicators =
                ElevenIndicators.NAMES.stream().map(Indicators::parse).toArray(Indicator[]::new);
        final IndicatorSet set = IndicatorSet.of(ElevenIndicators.NAMES);
        final double[] values = new double[ElevenIndicators.VALUES];
    }

    /** TA-Lib over a million bars. */
    @State(Scope.Thread)
    public static class ManyArrays {
        final TaLibArrays arrays = new TaLibArrays(MANY);
    }

    /** TA-Lib over ten thousand bars. */
    @State(Scope.Thread)
    public static class FewArrays {
        final TaLibArrays arrays = new TaLibArrays(FEW);
    }

    /** ta4j, appended to for ever. */
    @State(Scope.Thread)
    public static class Appended {
        final Ta4jSeries series = new Ta4jSeries();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void eleven(Many many, Fields fields, Blackhole sink) {
        for (BarValues bar : many.series.bars) {
            fields.indicators.update(bar, fields.values);
            sink.consume(fields.values);
        }
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void elevenByName(Many many, Named named, Blackhole sink) {
        for (BarValues bar : many.series.bars) {
            int at = 0;
            for (Indicator indicator : named.indicators) {
                indicator.update(bar);
                int count = indicator.valueNames().size();
                for (int k = 0; k < count; k++) {
                    named.values[at++] = indicator.value(k);
                }
            }
            sink.consume(named.values);
        }
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void elevenAsMap(Many many, Named named, Blackhole sink) {
        for (BarValues bar : many.series.bars) {
            sink.consume(named.set.update(bar));
        }
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void elevenOfTaLib(Many many, ManyArrays arrays, Blackhole sink) {
        sink.consume(arrays.arrays.computeAll(many.series));
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    @Warmup(iterations = 1)
    @Measurement(iterations = 2)
    public void elevenOfTa4j(Many many, Appended appended, Blackhole sink) {
        for (BarValues bar : many.series.bars) {
            sink.consume(appended.series.update(bar));
        }
    }

    /** The set that is computed of every instrument, from the exact bar to the snapshot. */
    @Benchmark
    @OperationsPerInvocation(FEW)
    public void standardSet(Few few, Blackhole sink) {
        var set = IndicatorSet.of(Indicators.STANDARD);
        for (Bar bar : few.exact) {
            sink.consume(set.update(bar, bar.endTimeNanos()));
        }
    }

    /** One indicator. */
    @State(Scope.Thread)
    public static class One {
        @Param({
            "sma(20)",
            "ema(12)",
            "rsi(14)",
            "macd(12,26,9)",
            "bollinger(20,2)",
            "atr(14)",
            "stochastic-fast(14,3)",
            "obv",
            "vwap(20)",
            "adx(14)"
        })
        String name;

        Indicator indicator;

        @Setup
        public void start() {
            indicator = Indicators.parse(name);
        }
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void one(Few few, One one, Blackhole sink) {
        int values = one.indicator.valueNames().size();
        for (BarValues bar : few.series.bars) {
            one.indicator.update(bar);
            for (int k = 0; k < values; k++) {
                sink.consume(one.indicator.value(k));
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void oneOfTaLib(Few few, FewArrays arrays, One one, Blackhole sink) {
        sink.consume(arrays.arrays.compute(one.name, few.series, 0));
    }
}
