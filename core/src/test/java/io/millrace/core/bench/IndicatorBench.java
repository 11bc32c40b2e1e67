package io.millrace.core.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code bench indicators}: runs {@link IndicatorBenchmark} and prints its numbers, with {@code --json} as one object on
 * one line.
 */
public final class IndicatorBench {
    private static final double TIMES_FASTER_THAN_TA4J = 50;

    /** What the measuring itself allocates over a million bars, bytes per bar. */
    private static final double NOTHING = 0.01;

    private IndicatorBench() {}

    /** One line of the result; floor and ratio are NaN where no peer computes the same. */
    private record Measured(
            String metric, double value, String unit, double floor, double ratio, String target, boolean met) {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean json = Arrays.asList(args).contains("--json");
        var options = new OptionsBuilder()
                .include(IndicatorBenchmark.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var measured = measured(new Runner(options).run());
        System.out.println(json ? toJson(measured) : toText(measured));
    }

    private static List<Measured> measured(Collection<RunResult> results) {
        double eleven = nanosOf(results, "eleven");
        double taLib = nanosOf(results, "elevenOfTaLib");
        double ta4j = nanosOf(results, "elevenOfTa4j");
        double bytes = bytesOf(results, "eleven");
        var measured = new ArrayList<Measured>();
        measured.add(new Measured(
                "eleven together",
                eleven,
                "ns/bar",
                taLib,
                eleven / taLib,
                "no slower than TA-Lib's batch over arrays",
                eleven <= taLib));
        measured.add(new Measured(
                "eleven together beside ta4j",
                eleven,
                "ns/bar",
                ta4j,
                ta4j / eleven,
                "at least 50 times faster than ta4j bar by bar",
                ta4j / eleven >= TIMES_FASTER_THAN_TA4J));
        measured.add(new Measured(
                "eleven together, allocation",
                bytes,
                "B/bar",
                Double.NaN,
                Double.NaN,
                "zero allocation per update",
                bytes < NOTHING));
        measured.add(reported("eleven by name", nanosOf(results, "elevenByName"), taLib));
        measured.add(reported("eleven by name as a map", nanosOf(results, "elevenAsMap"), taLib));
        measured.add(reported("standard set, bar to snapshot", nanosOf(results, "standardSet"), Double.NaN));
        var taLibs = results.stream()
                .filter(result -> isOf(result, "oneOfTaLib"))
                .collect(Collectors.toMap(IndicatorBench::indicator, IndicatorBench::nanos));
        for (RunResult result : results) {
            if (isOf(result, "one")) {
                var indicator = indicator(result);
                measured.add(reported(indicator + " alone", nanos(result), taLibs.get(indicator)));
            }
        }
        return measured;
    }

    private static Measured reported(String metric, double nanos, double taLib) {
        return new Measured(metric, nanos, "ns/bar", taLib, nanos / taLib, "reported beside it", true);
    }

    private static double nanosOf(Collection<RunResult> results, String method) {
        return nanos(of(results, method));
    }

    private static double bytesOf(Collection<RunResult> results, String method) {
        var measured = of(results, method).getSecondaryResults();
        String key = measured.keySet().stream()
                .filter(name -> name.endsWith("gc.alloc.rate.norm"))
                .findFirst()
                .orElseThrow();
        return measured.get(key).getScore();
    }

    private static RunResult of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> isOf(result, method))
                .findFirst()
                .orElseThrow();
    }

    private static String indicator(RunResult result) {
        return result.getParams().getParam("name");
    }

    private static boolean isOf(RunResult result, String method) {
        return result.getParams().getBenchmark().endsWith("." + method);
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static String toJson(List<Measured> measured) throws IOException, InterruptedException {
        var results = new ArrayList<String>();
        for (Measured one : measured) {
            results.add("{\"metric\":\"" + one.metric() + "\",\"value\":" + number(one.value()) + ",\"unit\":\""
                    + one.unit() + "\",\"floor\":" + number(one.floor()) + ",\"ratio\":" + number(one.ratio())
                    + ",\"target\":\"" + one.target() + "\",\"met\":" + one.met() + "}");
        }
        return "{\"name\":\"indicators\",\"commit\":\"" + commit() + "\",\"cores\":"
                + Runtime.getRuntime().availableProcessors() + ",\"results\":[" + String.join(",", results) + "]}";
    }

    private static String toText(List<Measured> measured) {
        var text = new StringBuilder();
        for (Measured one : measured) {
            text.append(String.format(Locale.ROOT, "%-30s %8.2f %s", one.metric(), one.value(), one.unit()));
            if (!Double.isNaN(one.floor())) {
                text.append(String.format(Locale.ROOT, ", floor %.1f, ratio %.2f", one.floor(), one.ratio()));
            }
            text.append(", ")
                    .append(one.target())
                    .append(one.met() ? ": met" : ": not met")
                    .append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return git.waitFor() == 0 ? hash : "unknown";
    }
}
