package io.millrace.core.regime;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
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
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Bars for tests. */
final class RegimeBars {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final long MINUTE = 60_000_000_000L;
    /** Of the directory that this module's project lies in. */
    static final Path DAILY = Path.of("..", "..", "shared", "data", "lean-us-equity-1d", "bars.csv.gz");

    private RegimeBars() {}

    static Bar bar(int minute, double close) {
        return bar(BTC, minute * MINUTE, MINUTE, close, close, close);
    }

    static Bar bar(InstrumentId instrument, long open, long interval, double high, double low, double close) {
        return new Bar(
                instrument,
                open,
                interval,
                price(close),
                price(high),
                price(low),
                price(close),
                Quantity.of("1"),
                price(close).times(Quantity.of("1")),
                Quantity.of("1"),
                1,
                open);
    }

    /** A random walk that is wild between {@code from} and {@code to}. */
    static List<Bar> walk(int length, int from, int to) {
        var random = new Random(17);
        var bars = new ArrayList<Bar>();
        double close = 1_000;
        for (int i = 0; i < length; i++) {
            double step = i >= from && i < to ? 0.02 : 0.001;
            double open = close;
            close = open * Math.exp(step * random.nextGaussian());
            double high = Math.max(open, close) * (1 + step * random.nextDouble());
            double low = Math.min(open, close) * (1 - step * random.nextDouble());
            bars.add(bar(BTC, i * MINUTE, MINUTE, high, low, close));
        }
        return bars;
    }

    /** The daily bars of a symbol: {@code ts_ns,symbol,open,high,low,close,volume,interval}. */
    static List<Bar> daily(String symbol) throws IOException {
        var bars = new ArrayList<Bar>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(DAILY)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                if (fields[1].equals(symbol)) {
                    bars.add(bar(
                            new InstrumentId(symbol, "US"),
                            Long.parseLong(fields[0]),
                            1_440 * MINUTE,
                            Double.parseDouble(fields[3]),
                            Double.parseDouble(fields[4]),
                            Double.parseDouble(fields[5])));
                }
            }
        }
        return bars;
    }

    private static Price price(double price) {
        return new Price(Math.round(price * 1e8));
    }
}
