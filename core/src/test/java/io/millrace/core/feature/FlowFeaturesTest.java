package io.millrace.core.feature;

import static io.millrace.core.feature.FeatureMarket.BTC;
import static io.millrace.core.feature.FeatureMarket.MINUTE;
import static io.millrace.core.feature.FeatureMarket.SECOND;
import static io.millrace.core.feature.FeatureMarket.START;
import static io.millrace.core.feature.FeatureMarket.quotes;
import static io.millrace.core.feature.FeatureMarket.run;
import static io.millrace.core.feature.FeatureMarket.steps;
import static io.millrace.core.feature.FeatureMarket.trades;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.core.feature.FeatureMarket.Step;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.Quote;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Features of trades and quotes against the same from all that happened in the bar. */
class FlowFeaturesTest {
    private static final List<Long> INTERVALS = List.of(MINUTE, 5 * MINUTE);
    private static final List<Trade> TRADES = trades(5, 900);
    private static final List<Quote> QUOTES = quotes(TRADES, 6);
    private static final List<Step> STEPS = steps(TRADES, QUOTES, INTERVALS);
    private static final List<Quote> USABLE = QUOTES.stream()
            .filter(quote -> quote.askPrice().compareTo(quote.bidPrice()) >= 0)
            .toList();

    private static List<SettledTrade> tradesOf(Bar bar) {
        return STEPS.stream()
                .map(Step::trade)
                .filter(Objects::nonNull)
                .filter(trade -> isIn(bar, trade.eventTimeNanos()))
                .toList();
    }

    private static List<Quote> quotesOf(Bar bar) {
        return USABLE.stream()
                .filter(quote -> isIn(bar, quote.eventTimeNanos()))
                .toList();
    }

    private static boolean isIn(Bar bar, long time) {
        return time >= bar.openTimeNanos() && time < bar.endTimeNanos();
    }

    /** The last quote before a time, null if there is none. */
    private static Quote prevailing(long time) {
        Quote last = null;
        for (var quote : USABLE) {
            last = quote.eventTimeNanos() < time ? quote : last;
        }
        return last;
    }

    private static List<Bar> bars(long interval) {
        return STEPS.stream()
                .map(Step::bar)
                .filter(bar -> bar != null && bar.intervalNanos() == interval)
                .toList();
    }

    private static List<FeatureVector> vectors(String set, long interval) {
        return run(List.of(set), INTERVALS, STEPS).stream()
                .filter(vector -> vector.intervalNanos() == interval)
                .toList();
    }

    private static void same(FeatureVector vector, Map<String, Double> expected, List<String> names) {
        var actual = new TreeMap<>(vector.values());
        actual.keySet().retainAll(names);
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach((name, value) ->
                assertThat(actual.get(name)).as(name).isCloseTo(value, within(1e-12 + 1e-9 * Math.abs(value))));
    }

    @Test
    void featuresOfTradesFollowFromTheTradesOfTheBar() {
        var names =
                List.of("tradeImbalance", "largestTradeShare", "tradeBurstiness", "tradeVolatility", "rollSpread(20)");
        for (long interval : INTERVALS) {
            var bars = bars(interval);
            var vectors = vectors("market", interval);
            assertThat(vectors).hasSameSizeAs(bars);
            for (int i = 0; i < bars.size(); i++) {
                same(vectors.get(i), ofTrades(bars, i), names);
            }
        }
    }

    private static Map<String, Double> ofTrades(List<Bar> bars, int last) {
        var trades = tradesOf(bars.get(last));
        var values = new TreeMap<String, Double>();
        double[] quantities =
                trades.stream().mapToDouble(SettledTrade::quantityUnits).toArray();
        double buys = trades.stream().filter(trade -> trade.side() > 0).count();
        double sells = trades.stream().filter(trade -> trade.side() < 0).count();
        values.put("tradeImbalance", (buys - sells) / trades.size());
        values.put(
                "largestTradeShare",
                IntStream.range(0, quantities.length)
                                .mapToDouble(i -> quantities[i])
                                .max()
                                .orElseThrow()
                        / IntStream.range(0, quantities.length)
                                .mapToDouble(i -> quantities[i])
                                .sum());
        double squares = 0;
        for (double change : changes(trades)) {
            squares += change * change;
        }
        values.put("tradeVolatility", Math.sqrt(squares));
        if (trades.size() > 2) {
            values.put("tradeBurstiness", burstiness(trades));
        }
        if (last >= 19) {
            roll(bars.subList(last - 19, last + 1), values);
        }
        return values;
    }

    private static double[] changes(List<SettledTrade> trades) {
        return IntStream.range(1, trades.size())
                .mapToDouble(i ->
                        trades.get(i).priceUnits() / (double) trades.get(i - 1).priceUnits() - 1)
                .toArray();
    }

    private static double burstiness(List<SettledTrade> trades) {
        double[] gaps = IntStream.range(1, trades.size())
                .mapToDouble(
                        i -> (trades.get(i).eventTimeNanos() - trades.get(i - 1).eventTimeNanos()) / 1e9)
                .toArray();
        double mean = IntStream.range(0, gaps.length).mapToDouble(i -> gaps[i]).sum() / gaps.length;
        double variance = IntStream.range(0, gaps.length)
                        .mapToDouble(i -> (gaps[i] - mean) * (gaps[i] - mean))
                        .sum()
                / gaps.length;
        double deviation = Math.sqrt(variance);
        return mean == 0 ? 0 : (deviation - mean) / (deviation + mean);
    }

    private static void roll(List<Bar> window, Map<String, Double> values) {
        var earlier = new ArrayList<Double>();
        var later = new ArrayList<Double>();
        for (Bar bar : window) {
            double[] changes = changes(tradesOf(bar));
            for (int i = 1; i < changes.length; i++) {
                earlier.add(changes[i - 1]);
                later.add(changes[i]);
            }
        }
        int n = earlier.size();
        double meanEarlier = earlier.stream().mapToDouble(x -> x).sum() / n;
        double meanLater = later.stream().mapToDouble(x -> x).sum() / n;
        double covariance = IntStream.range(0, n)
                        .mapToDouble(i -> (earlier.get(i) - meanEarlier) * (later.get(i) - meanLater))
                        .sum()
                / n;
        values.put("rollSpread(20)", covariance < 0 ? 2 * Math.sqrt(-covariance) : 0);
    }

    @Test
    void featuresOfQuotesFollowFromTheQuotesOfTheBar() {
        var names = FeatureSets.named("quotes").features().stream()
                .map(Feature::name)
                .toList();
        for (long interval : INTERVALS) {
            var bars = bars(interval);
            var byOpen = new TreeMap<Long, FeatureVector>();
            vectors("quotes", interval).forEach(vector -> byOpen.put(vector.barOpenNanos(), vector));
            assertThat(byOpen).hasSizeGreaterThan(bars.size() - 5);
            for (int i = 0; i < bars.size(); i++) {
                var expected = ofQuotes(bars, i);
                if (!expected.isEmpty()) {
                    same(byOpen.get(bars.get(i).openTimeNanos()), expected, names);
                }
            }
        }
    }

    private static Map<String, Double> ofQuotes(List<Bar> bars, int last) {
        var values = new TreeMap<String, Double>();
        var bar = bars.get(last);
        var quote = prevailing(bar.endTimeNanos());
        if (quote == null) {
            return values;
        }
        double bid = quote.bidPrice().toDouble();
        double ask = quote.askPrice().toDouble();
        double bidQuantity = quote.bidQuantity().toDouble();
        double askQuantity = quote.askQuantity().toDouble();
        double mid = (bid + ask) / 2;
        values.put("spread", ask - bid);
        values.put("relativeSpread", (ask - bid) / mid);
        values.put("relativeSpread.mean", meanSpread(bar));
        values.put(
                "micropriceDistance", (bid * askQuantity + ask * bidQuantity) / (bidQuantity + askQuantity) / mid - 1);
        values.put("bookImbalance", (bidQuantity - askQuantity) / (bidQuantity + askQuantity));
        values.put("midDistance", bar.close().toDouble() / mid - 1);
        var before = last == 0 ? null : prevailing(bars.get(last - 1).endTimeNanos());
        if (before != null) {
            double midBefore = (before.bidPrice().toDouble() + before.askPrice().toDouble()) / 2;
            values.put("midReturn(1)", Math.log(mid / midBefore));
        }
        values.put("quoteAge", (bar.endTimeNanos() - quote.eventTimeNanos()) / 1e9);
        values.put("quoteIntensity", quotesOf(bar).size() / (bar.intervalNanos() / 1e9));
        values.put("quoteFlow", quoteFlow(bar));
        if (last >= 19) {
            var window = bars.subList(last - 19, last + 1);
            double flow =
                    window.stream().mapToDouble(FlowFeaturesTest::quoteFlow).sum();
            double depth = window.stream()
                    .flatMap(b -> quotesOf(b).stream())
                    .mapToDouble(FlowFeaturesTest::depth)
                    .average()
                    .orElseThrow();
            values.put("quoteFlow(20)", flow / depth);
        }
        quotedTrades(bars, last, values);
        return values;
    }

    private static double depth(Quote quote) {
        return (quote.bidQuantity().toDouble() + quote.askQuantity().toDouble()) / 2;
    }

    /** By steps of time between the quotes. */
    private static double meanSpread(Bar bar) {
        var times = new ArrayList<Long>();
        times.add(bar.openTimeNanos());
        quotesOf(bar).forEach(quote -> times.add(quote.eventTimeNanos()));
        times.add(bar.endTimeNanos());
        double sum = 0;
        double seconds = 0;
        for (int i = 1; i < times.size(); i++) {
            var quote = prevailing(times.get(i));
            double length = (times.get(i) - times.get(i - 1)) / 1e9;
            if (quote != null && length > 0 && quote.eventTimeNanos() <= times.get(i - 1)) {
                double bid = quote.bidPrice().toDouble();
                double ask = quote.askPrice().toDouble();
                sum += length * 2 * (ask - bid) / (bid + ask);
                seconds += length;
            }
        }
        return sum / seconds;
    }

    private static double quoteFlow(Bar bar) {
        double flow = 0;
        for (int i = 1; i < USABLE.size(); i++) {
            if (isIn(bar, USABLE.get(i).eventTimeNanos())) {
                flow += event(USABLE.get(i - 1), USABLE.get(i));
            }
        }
        return flow;
    }

    /** Cont, Kukanov, Stoikov's e, case by case. */
    private static double event(Quote before, Quote now) {
        double bidBefore = before.bidQuantity().toDouble();
        double askBefore = before.askQuantity().toDouble();
        int bid = now.bidPrice().compareTo(before.bidPrice());
        int ask = now.askPrice().compareTo(before.askPrice());
        double bidNow = now.bidQuantity().toDouble();
        double askNow = now.askQuantity().toDouble();
        double bidFlow = bid > 0 ? bidNow : bid < 0 ? -bidBefore : bidNow - bidBefore;
        double askFlow = ask > 0 ? -askBefore : ask < 0 ? askNow : askNow - askBefore;
        return bidFlow - askFlow;
    }

    private static void quotedTrades(List<Bar> bars, int last, Map<String, Double> values) {
        double[] own = signedAndVolume(bars.get(last));
        if (own[1] > 0) {
            values.put("quotedSignedVolume", own[0]);
            values.put("effectiveSpread", own[2] / own[1]);
        }
        if (last >= 19) {
            double signed = 0;
            double volume = 0;
            for (Bar bar : bars.subList(last - 19, last + 1)) {
                signed += signedAndVolume(bar)[0];
                volume += signedAndVolume(bar)[1];
            }
            values.put("quotedImbalance(20)", signed / volume);
        }
    }

    private static double[] signedAndVolume(Bar bar) {
        double[] sums = new double[3];
        for (var trade : tradesOf(bar)) {
            var quote = prevailing(trade.eventTimeNanos());
            if (quote != null) {
                double price = new Price(trade.priceUnits()).toDouble();
                double quantity = new Quantity(trade.quantityUnits()).toDouble();
                double mid = (quote.bidPrice().toDouble() + quote.askPrice().toDouble()) / 2;
                double side = trade.side();
                if (!trade.sideReported() && Math.abs(price - mid) > 1e-9) {
                    side = price > mid ? 1 : -1;
                }
                sums[0] += side * quantity;
                sums[1] += quantity;
                sums[2] += quantity * 2 * Math.abs(price - mid) / mid;
            }
        }
        return sums;
    }

    /** The reported side counts, then the prevailing mid, then the last change of price. */
    @Test
    void sidesFollowLeeAndReady() {
        var run = new FeatureMarket.Run(List.of("quotes"), List.of(MINUTE));
        var quote = new Quote(BTC, START, 0, Price.of("99"), Quantity.of("5"), Price.of("101"), Quantity.of("5"));
        var trades = List.of(
                trade(1, "100", "1", AggressorSide.SELLER), // reported: −1
                trade(2, "100.5", "2", AggressorSide.UNKNOWN), // above the mid: +2
                trade(3, "99", "4", AggressorSide.UNKNOWN), // below it, a tick down: −4
                trade(4, "99.5", "8", AggressorSide.UNKNOWN), // below it, though a tick up: −8
                trade(5, "100", "16", AggressorSide.UNKNOWN), // at it, a tick up: +16
                trade(6, "100", "32", AggressorSide.UNKNOWN)); // at it, no tick: as before, +32
        run.take(steps(trades, List.of(quote), List.of(MINUTE)));
        assertThat(run.vectors().get(0).values().get("quotedSignedVolume")).isEqualTo(-1 + 2 - 4 - 8 + 16 + 32.0);
    }

    private static Trade trade(int second, String price, String quantity, AggressorSide side) {
        return new Trade(BTC, START + second * SECOND, second, Price.of(price), Quantity.of(quantity), side);
    }

    @Test
    void aQuoteAtTheVeryTimeOfATradeDoesNotPrevailYet() {
        var run = new FeatureMarket.Run(List.of("quotes"), List.of(MINUTE));
        var before = new Quote(BTC, START, 0, Price.of("99"), Quantity.ZERO, Price.of("101"), Quantity.ZERO);
        var at = new Quote(BTC, START + SECOND, 1, Price.of("109"), Quantity.ZERO, Price.of("111"), Quantity.ZERO);
        run.take(steps(List.of(trade(1, "105", "1", AggressorSide.UNKNOWN)), List.of(before, at), List.of(MINUTE)));
        var values = run.vectors().get(0).values();
        assertThat(values.get("quotedSignedVolume")).isEqualTo(1);
        assertThat(values.get("spread")).isEqualTo(2);
        assertThat(values.get("midDistance")).isCloseTo(105 / 110.0 - 1, within(1e-15));
        assertThat(values).doesNotContainKeys("micropriceDistance", "bookImbalance", "quoteFlow");
    }
}
