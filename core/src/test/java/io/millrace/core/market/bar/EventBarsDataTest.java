package io.millrace.core.market.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.calendar.TradingCalendar;
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
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Bars of real trades. SPY has blocks of a million shares that are printed at the close of the day before; a bar by
 * volume or value ends with such a print more often than not, so it is reported without them, too.
 *
 * <p>What is reported beside them is the book's claim that returns of bars by activity are closer to
 * normal than those of bars by time; it is a property of markets, so nothing is demanded of it.
 */
class EventBarsDataTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final long MINUTE = 60_000_000_000L;

    /** The trades of sessions, sides by the tick rule. */
    private static List<SettledTrade> trades(String symbol, TradingCalendar calendar, String... files)
            throws IOException {
        var instrument = new InstrumentId(symbol, "TEST");
        var trades = new ArrayList<SettledTrade>();
        long last = 0;
        int side = 0;
        for (String file : files) {
            var path = DATA.resolve(file);
            assumeTrue(Files.exists(path), () -> "market data is not there: " + path);
            try (var lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
                lines.readLine();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] fields = line.split(",", -1);
                    long time = Long.parseLong(fields[0]);
                    if (fields[1].equals(symbol) && calendar.sessionAt(time).isPresent()) {
                        long price = Price.of(fields[2]).units();
                        side = last == 0 || price == last ? side : price > last ? 1 : -1;
                        last = price;
                        trades.add(new SettledTrade(
                                instrument,
                                time,
                                trades.size(),
                                price,
                                Quantity.of(fields[3]).units(),
                                side,
                                0));
                    }
                }
            }
        }
        return trades;
    }

    @Test
    void spyInBarsOfEveryType() throws IOException {
        var equities = TradingCalendar.named("us-equities");
        var trades = trades(
                "SPY",
                equities,
                "lean-us-equity-ticks/trades_20131007.csv.gz",
                "lean-us-equity-ticks/trades_20131008.csv.gz",
                "lean-us-equity-ticks/trades_20131009.csv.gz");
        report("SPY", trades, equities, "0.1", "0.2");
        report("SPY without prints away from the market", atTheMarket(trades, equities), equities, "0.1", "0.2");
    }

    @Test
    void goldInBarsOfEveryType() throws IOException {
        var metals = TradingCalendar.named("cme-metals");
        var trades = trades(
                "GC201312",
                metals,
                "lean-comex-gc-ticks/trades_20131007.csv.gz",
                "lean-comex-gc-ticks/trades_20131008.csv.gz");
        report("GC", trades, metals, "1", "1");
    }

    /** Without trades more than 20 bp from the one before them in their session. */
    private static List<SettledTrade> atTheMarket(List<SettledTrade> trades, TradingCalendar calendar) {
        var kept = new ArrayList<SettledTrade>();
        for (var trade : trades) {
            var last = kept.isEmpty() ? trade : kept.get(kept.size() - 1);
            boolean sameSession = calendar.sessionOpenNanos(last.eventTimeNanos())
                    == calendar.sessionOpenNanos(trade.eventTimeNanos());
            if (!sameSession || Math.abs(trade.priceUnits() - last.priceUnits()) * 500 <= last.priceUnits()) {
                kept.add(trade);
            }
        }
        return kept;
    }

    /** As many bars of each type as there are minutes with trades. */
    private static void report(
            String name, List<SettledTrade> trades, TradingCalendar calendar, String brick, String range) {
        var minutes = new TreeMap<Long, Bar>();
        SettledDays.bars("tick(1)", trades).forEach(bar -> minutes.put(bar.openTimeNanos() / MINUTE, bar));
        int count = minutes.size();
        long volume = trades.stream().mapToLong(SettledTrade::quantityUnits).sum();
        long value = trades.stream()
                .mapToLong(trade -> EventBarState.notionalOf(trade) / count)
                .sum();
        long ticks = trades.size() / count;

        System.out.printf(
                "%s: %,d trades%n%-42s %7s %10s %8s %8s%n", name, trades.size(), "", "bars", "JB", "skew", "kurt");
        tell("time, 1m", List.copyOf(minutes.values()), calendar);
        for (String type : List.of(
                "tick(" + ticks + ")",
                "volume(" + new Quantity(volume / count) + ")",
                "value(" + new Money(value) + ")",
                "tick-imbalance(" + ticks + ")",
                "volume-imbalance(" + ticks + ")",
                "value-imbalance(" + ticks + ")",
                "tick-runs(" + ticks + ")",
                "volume-runs(" + ticks + ")",
                "value-runs(" + ticks + ")",
                "renko(" + brick + ")",
                "range(" + range + ")")) {
            var bars = SettledDays.bars(type, trades);
            tell(type, bars, calendar);
            assertThat(bars).as(type).hasSizeBetween(count / 20, count * 3);
            assertThat(bars.stream().mapToLong(Bar::tradeCount).sum()).as(type).isLessThanOrEqualTo(trades.size());
            assertThat(bars.get(bars.size() - 1).ordinal()).isEqualTo(bars.size());
        }
    }

    /** Jarque and Bera's statistic of the log returns within sessions: n / 6 × (skewness² + (kurtosis − 3)² / 4). */
    private static void tell(String type, List<Bar> bars, TradingCalendar calendar) {
        var returns = new ArrayList<Double>();
        for (int i = 1; i < bars.size(); i++) {
            var before = bars.get(i - 1);
            var bar = bars.get(i);
            if (calendar.sessionOpenNanos(before.lastTradeNanos()) == calendar.sessionOpenNanos(bar.lastTradeNanos())) {
                returns.add(Math.log(bar.close().toDouble() / before.close().toDouble()));
            }
        }
        double mean = moment(returns, 0, 1);
        double variance = moment(returns, mean, 2);
        double skew = moment(returns, mean, 3) / Math.pow(variance, 1.5);
        double kurtosis = moment(returns, mean, 4) / (variance * variance);
        double statistic = returns.size() / 6.0 * (skew * skew + (kurtosis - 3) * (kurtosis - 3) / 4);
        System.out.printf("%-42s %7d %10.1f %8.2f %8.2f%n", type, bars.size(), statistic, skew, kurtosis);
        assertThat(statistic).isFinite();
    }

    private static double moment(List<Double> values, double center, int power) {
        return values.stream()
                .mapToDouble(value -> Math.pow(value - center, power))
                .average()
                .orElseThrow();
    }
}
