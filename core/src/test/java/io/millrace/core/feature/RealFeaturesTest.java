package io.millrace.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.core.feature.FeatureMarket.Step;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On real markets features are finite and of the size that such markets have. */
class RealFeaturesTest {
    /** Of the directory that this module's project lies in. */
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private static final List<Long> INTERVALS = List.of(FeatureMarket.MINUTE, 5 * FeatureMarket.MINUTE);

    private static void read(String file, String symbol, Consumer<String[]> line) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), () -> "market data is not there: " + path);
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                String[] fields = text.split(",", -1);
                if (fields[1].equals(symbol)) {
                    line.accept(fields);
                }
            }
        }
    }

    private static List<Trade> trades(String file, String symbol) throws IOException {
        var trades = new ArrayList<Trade>();
        var instrument = InstrumentId.of(symbol + ".TEST");
        read(
                file,
                symbol,
                fields -> trades.add(new Trade(
                        instrument,
                        Long.parseLong(fields[0]),
                        trades.size() + 1L,
                        Price.of(fields[2]),
                        Quantity.of(fields[3]),
                        AggressorSide.UNKNOWN)));
        return trades;
    }

    private static List<Quote> quotes(String file, String symbol) throws IOException {
        var quotes = new ArrayList<Quote>();
        var instrument = InstrumentId.of(symbol + ".TEST");
        read(
                file,
                symbol,
                fields -> quotes.add(new Quote(
                        instrument,
                        Long.parseLong(fields[0]),
                        quotes.size() + 1L,
                        Price.of(fields[2]),
                        fields[3].isEmpty() ? Quantity.ZERO : Quantity.of(fields[3]),
                        Price.of(fields[4]),
                        fields[5].isEmpty() ? Quantity.ZERO : Quantity.of(fields[5]))));
        return quotes;
    }

    private static List<FeatureVector> run(String set, List<Step> steps) {
        var vectors = FeatureMarket.run(List.of(set), INTERVALS, steps);
        assertThat(vectors).allSatisfy(vector -> assertThat(vector.values().values())
                .allSatisfy(value -> assertThat(value).isFinite()));
        return vectors;
    }

    /** Of the one-minute bars from the middle of the stream on. */
    private static double median(List<FeatureVector> vectors, String feature) {
        double[] values = vectors.stream()
                .filter(vector -> vector.intervalNanos() == FeatureMarket.MINUTE)
                .skip(vectors.size() / 4)
                .filter(vector -> vector.values().containsKey(feature))
                .mapToDouble(vector -> vector.values().get(feature))
                .sorted()
                .toArray();
        assertThat(values).as(feature).isNotEmpty();
        return values[values.length / 2];
    }

    /** Volatility of a minute and spread, relative: a large fund, a bank's share of 14 dollars, gold. */
    @ParameterizedTest
    @CsvSource({
        "lean-us-equity-ticks/trades_20131008.csv.gz, SPY, 0.0001, 0.0008, 0.00001, 0.0003",
        "lean-us-equity-ticks/trades_20131008.csv.gz, BAC, 0.0002, 0.0015, 0.0001, 0.0009",
        "lean-comex-gc-ticks/trades_20131008.csv.gz, GC201312, 0.0001, 0.0008, 0.00001, 0.0003"
    })
    void featuresOfTradesAreOfTheMarketsSize(
            String file, String symbol, double calm, double wild, double narrow, double wide) throws IOException {
        var trades = trades(file, symbol);
        var vectors = run("market", FeatureMarket.steps(trades, List.of(), INTERVALS));

        assertThat(vectors).hasSizeGreaterThan(400);
        for (var estimator : List.of("parkinson", "garmanKlass", "rogersSatchell", "yangZhang", "closeToClose")) {
            assertThat(median(vectors, "volatility." + estimator + "(20)"))
                    .as(estimator)
                    .isBetween(calm, wild);
        }
        assertThat(median(vectors, "rollSpread(20)")).isBetween(narrow, wide);
        assertThat(median(vectors, "vpin(20)")).isBetween(0.1, 0.9);
        assertThat(median(vectors, "kyleLambda(50)"))
                .as("buying moves prices up")
                .isPositive();
        assertThat(median(vectors, "amihud(20)")).isPositive();
        assertThat(median(vectors, "tradeIntensity")).isPositive();
        assertThat(Math.abs(median(vectors, "orderFlowImbalance(60)"))).isLessThan(0.5);
        assertThat(median(vectors, "tradeBurstiness")).isBetween(0.0, 0.9);
    }

    /** OANDA's prices of 2014: about 1 pip of 1.387. No trades there: the mid of every quote stands for one. */
    @Test
    void featuresOfQuotesAreOfTheMarketsSize() throws IOException {
        var quotes = quotes("lean-fx-quote-ticks/quotes_oanda.csv.gz", "EURUSD").subList(0, 60_000);
        var trades = new ArrayList<Trade>();
        for (var quote : quotes) {
            trades.add(new Trade(
                    quote.instrument(),
                    quote.eventTimeNanos() + 1,
                    quote.sequence(),
                    new Price((quote.bidPrice().units() + quote.askPrice().units()) / 2),
                    Quantity.of("1"),
                    AggressorSide.UNKNOWN));
        }
        var vectors = run("quotes", FeatureMarket.steps(trades, quotes, INTERVALS));

        assertThat(vectors).hasSizeGreaterThan(400);
        assertThat(median(vectors, "spread")).isBetween(0.00005, 0.0003);
        assertThat(median(vectors, "relativeSpread.mean")).isBetween(0.00004, 0.0003);
        assertThat(median(vectors, "midDistance")).isBetween(-1e-9, 1e-9);
        assertThat(median(vectors, "effectiveSpread")).isBetween(-1e-9, 1e-8);
        assertThat(median(vectors, "quoteAge")).isBetween(0.0, 60.0);
        assertThat(median(vectors, "quoteIntensity")).isBetween(0.05, 20.0);
        assertThat(vectors).allSatisfy(vector -> assertThat(vector.values())
                .as("this venue reports no quantities")
                .doesNotContainKeys("quoteFlow", "bookImbalance", "micropriceDistance"));
    }

    /** Twenty years of days beside SPY: shares of the index go with it, about as far as it does. */
    @ParameterizedTest
    @CsvSource({"AAPL, 0.7, 1.9", "IBM, 0.5, 1.2", "QQQ, 0.8, 1.5", "IWM, 0.9, 1.5"})
    void betaToTheMarketIsWhatItIsKnownToBe(String symbol, double low, double high) throws IOException {
        var spy = new HashMap<Long, Bar>();
        daily("SPY", bar -> spy.put(bar.openTimeNanos(), bar));
        var set = FeatureSets.named("benchmark");
        var betas = new ArrayList<Double>();
        var correlations = new ArrayList<Double>();
        daily(symbol, bar -> {
            var market = spy.get(bar.openTimeNanos());
            Map<String, Double> values = set.update(Sample.of(bar, market == null ? null : market.close()), 1)
                    .values();
            assertThat(values.values()).allSatisfy(value -> assertThat(value).isFinite());
            if (values.containsKey("beta(60)")) {
                betas.add(values.get("beta(60)"));
                correlations.add(values.get("correlation(60)"));
            }
        });
        betas.sort(null);
        correlations.sort(null);
        assertThat(betas).hasSizeGreaterThan(2_000);
        assertThat(betas.get(betas.size() / 2)).isBetween(low, high);
        assertThat(correlations.get(betas.size() / 2)).isBetween(0.35, 0.98);
    }

    private static void daily(String symbol, Consumer<Bar> bars) throws IOException {
        var instrument = InstrumentId.of(symbol + ".TEST");
        read("lean-us-equity-1d/bars.csv.gz", symbol, fields -> {
            var volume = Quantity.of(fields[6]);
            bars.accept(new Bar(
                    instrument,
                    Long.parseLong(fields[0]),
                    1_440 * FeatureMarket.MINUTE,
                    Price.of(fields[2]),
                    Price.of(fields[3]),
                    Price.of(fields[4]),
                    Price.of(fields[5]),
                    volume,
                    Money.ZERO,
                    volume,
                    1,
                    Long.parseLong(fields[0])));
        });
    }
}
