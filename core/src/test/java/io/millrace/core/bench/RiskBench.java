package io.millrace.core.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code bench risk}: runs {@link RiskBenchmark} and prints its numbers, with {@code --json} as one object on one line.
 * The floor is the arithmetic that no decision can do without, measured in the same run.
 */
public final class RiskBench {
    private static final double TARGET_NANOS = 2_000;
    private static final String TARGET = "a full decision with all checks in at most 2 us";
    private static final String BESIDE = "reported beside it";

    private RiskBench() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var options = new OptionsBuilder()
                .include(RiskBenchmark.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400))
                .verbosity(BenchReport.isJson(args) ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        report(new Runner(options).run()).print(args);
    }

    private static BenchReport report(Collection<RunResult> results) {
        double floor = nanos(of(results, "everyProductOnce"));
        var report = new BenchReport("risk");
        for (var method : List.of("margin", "cash")) {
            double nanos = nanos(of(results, method));
            report.add("decision, " + method + " account", nanos, "ns", floor, TARGET, nanos <= TARGET_NANOS);
        }
        report.add("the same, rules looked up", nanos(of(results, "marginWithItsRules")), "ns", floor, BESIDE, true);
        report.add("the same, texts made", nanos(of(results, "marginWithItsTexts")), "ns", floor, BESIDE, true);
        double least = Math.max(1, bytes(of(results, "everyProductOnce")));
        report.add("allocated by it", bytes(of(results, "margin")), "B", least, BESIDE, true);
        return report;
    }

    private static RunResult of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        var measured = result.getSecondaryResults();
        String key = measured.keySet().stream()
                .filter(name -> name.endsWith("gc.alloc.rate.norm"))
                .findFirst()
                .orElseThrow();
        return measured.get(key).getScore();
    }
}
