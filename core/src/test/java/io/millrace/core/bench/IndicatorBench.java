package io.millrace.core.bench;

import java.io.IOException;
import java.util.Collection;
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
    private static final String UNIT = "ns/bar";
    private static final double TIMES_FASTER_THAN_TA4J = 50;

    /** What the measuring itself allocates over a million bars, bytes per bar. */
    private static final double NOTHING = 0.01;

    private IndicatorBench() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var options = new OptionsBuilder()
                .include(IndicatorBenchmark.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .verbosity(BenchReport.isJson(args) ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        report(new Runner(options).run()).print(args);
    }

    private static BenchReport report(Collection<RunResult> results) {
        double eleven = nanosOf(results, "eleven");
        double taLib = nanosOf(results, "elevenOfTaLib");
        double ta4j = nanosOf(results, "elevenOfTa4j");
        double bytes = bytesOf(results, "eleven");
        var report = new BenchReport("indicators");
        report.add(
                "eleven together", eleven, UNIT, taLib, "no slower than TA-Lib's batch over arrays", eleven <= taLib);
        report.add(
                "eleven together beside ta4j",
                eleven,
                UNIT,
                ta4j,
                "at least 50 times faster than ta4j bar by bar",
                ta4j / eleven >= TIMES_FASTER_THAN_TA4J);
        report.add("eleven together, allocation", bytes, "B/bar", "zero allocation per update", bytes < NOTHING);
        reported(report, "eleven by name", nanosOf(results, "elevenByName"), taLib);
        reported(report, "eleven by name as a map", nanosOf(results, "elevenAsMap"), taLib);
        reported(report, "standard set, bar to snapshot", nanosOf(results, "standardSet"), Double.NaN);
        var taLibs = results.stream()
                .filter(result -> isOf(result, "oneOfTaLib"))
                .collect(Collectors.toMap(IndicatorBench::indicator, IndicatorBench::nanos));
        for (RunResult result : results) {
            if (isOf(result, "one")) {
                var indicator = indicator(result);
                reported(report, indicator + " alone", nanos(result), taLibs.get(indicator));
            }
        }
        return report;
    }

    private static void reported(BenchReport report, String metric, double nanos, double taLib) {
        report.add(metric, nanos, UNIT, taLib, "reported beside it", true);
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
}
