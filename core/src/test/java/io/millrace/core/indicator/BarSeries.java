package io.millrace.core.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Series of bars for tests. */
final class BarSeries {
    /** Of the directory that this module's project lies in. */
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private static final long MINUTE = 60_000_000_000L;

    private BarSeries() {}

    /** A random walk with jumps, still stretches and bars without volume. */
    static List<BarValues> random(long seed, int length, double price, double step) {
        var random = new Random(seed);
        var bars = new ArrayList<BarValues>(length);
        double close = price;
        for (int i = 0; i < length; i++) {
            double open = close;
            boolean still = (i / 50) % 7 == 6;
            double size = random.nextInt(100) == 0 ? 20 * step : step;
            close = still ? close : close * Math.exp(size * random.nextGaussian());
            double high = Math.max(open, close) * (still ? 1 : 1 + step * random.nextDouble());
            double low = Math.min(open, close) * (still ? 1 : 1 - step * random.nextDouble());
            double volume = random.nextInt(15) == 0 ? 0 : Math.exp(2 * random.nextGaussian());
            double notional = volume * (high + low + close) / 3;
            bars.add(new BarValues(
                    open,
                    high,
                    low,
                    close,
                    volume,
                    volume * random.nextDouble(),
                    notional,
                    i * MINUTE,
                    (i + 1) * MINUTE));
        }
        return bars;
    }

    /** The files of bars there are beside the project, if there are any. */
    static List<Path> files() {
        if (!Files.isDirectory(DATA)) {
            return List.of();
        }
        try (var paths = Files.walk(DATA)) {
            return paths.filter(path -> path.endsWith("bars.csv.gz")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bars of a file by symbol: {@code ts_ns,symbol,open,high,low,close,volume,interval}. */
    static SortedMap<String, List<BarValues>> read(Path file) {
        var series = new TreeMap<String, List<BarValues>>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                series.computeIfAbsent(fields[1] + " " + fields[7], symbol -> new ArrayList<>())
                        .add(bar(fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return series;
    }

    private static BarValues bar(String[] fields) {
        double high = Double.parseDouble(fields[3]);
        double low = Double.parseDouble(fields[4]);
        double close = Double.parseDouble(fields[5]);
        double volume = Double.parseDouble(fields[6]);
        double notional = volume * (high + low + close) / 3;
        long time = Long.parseLong(fields[0]);
        return new BarValues(
                Double.parseDouble(fields[2]),
                high,
                low,
                close,
                volume,
                volume / 2,
                notional,
                time,
                time + intervalNanos(fields[7]));
    }

    private static long intervalNanos(String interval) {
        long count = Long.parseLong(interval.substring(0, interval.length() - 1));
        return switch (interval.charAt(interval.length() - 1)) {
            case 's' -> count * MINUTE / 60;
            case 'm' -> count * MINUTE;
            case 'h' -> count * 60 * MINUTE;
            case 'd' -> count * 1_440 * MINUTE;
            default -> throw new IllegalArgumentException("no interval: " + interval);
        };
    }
}
