package io.millrace.core.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    private static final String TARGET = "ns per update of each indicator";

    private IndicatorBench() {}

    /** One line of the result; floor and ratio are NaN where no peer computes the same. */
    private record Measured(String metric, double value, double floor) {
        double ratio() {
            return value / floor;
        }
    }

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean json = Arrays.asList(args).contains("--json");
        var options = new OptionsBuilder()
                .include(IndicatorBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var measured = measured(new Runner(options).run());
        System.out.println(json ? toJson(measured) : toText(measured));
    }

    private static List<Measured> measured(Collection<RunResult> results) {
        var taLib = results.stream()
                .filter(result -> isOf(result, "oneOfTaLib"))
                .collect(Collectors.toMap(IndicatorBench::indicator, IndicatorBench::nanos));
        var measured = new ArrayList<Measured>();
        for (RunResult result : results) {
            if (isOf(result, "one")) {
                var indicator = indicator(result);
                measured.add(new Measured(indicator, nanos(result), taLib.getOrDefault(indicator, Double.NaN)));
            }
        }
        measured.add(new Measured("eleven values", nanosOf(results, "eleven"), nanosOf(results, "elevenOfTaLib")));
        measured.add(new Measured("standard set, bar to snapshot", nanosOf(results, "standardSet"), Double.NaN));
        return measured;
    }

    private static double nanosOf(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> isOf(result, method))
                .mapToDouble(IndicatorBench::nanos)
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
            results.add("{\"metric\":\"" + one.metric() + "\",\"value\":" + number(one.value())
                    + ",\"unit\":\"ns/bar\",\"floor\":" + number(one.floor()) + ",\"ratio\":" + number(one.ratio())
                    + ",\"target\":\"" + TARGET + "\",\"met\":" + (one.value() > 0) + "}");
        }
        return "{\"name\":\"indicators\",\"commit\":\"" + commit() + "\",\"cores\":"
                + Runtime.getRuntime().availableProcessors() + ",\"results\":[" + String.join(",", results) + "]}";
    }

    private static String toText(List<Measured> measured) {
        var text = new StringBuilder();
        for (Measured one : measured) {
            text.append(String.format(Locale.ROOT, "%-30s %8.1f ns per bar", one.metric(), one.value()));
            if (!Double.isNaN(one.floor())) {
                text.append(
                        String.format(Locale.ROOT, ", TA-Lib over arrays %.1f, ratio %.2f", one.floor(), one.ratio()));
            }
            text.append('\n');
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
