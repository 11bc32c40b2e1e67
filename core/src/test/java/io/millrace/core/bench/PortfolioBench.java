package io.millrace.core.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code bench portfolio}: runs {@link PortfolioBenchmark} and prints its numbers, with {@code --json} as one object on
 * one line. The floor is the arithmetic that no accounting of a fill can do without, measured in the same run.
 */
public final class PortfolioBench {
    private static final String UNIT = "M fills/s";
    private static final double MILLION_FILLS = 5;
    private static final double NANOS_PER_MILLION_A_SECOND = 1_000;

    private PortfolioBench() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var options = new OptionsBuilder()
                .include(PortfolioBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(BenchReport.isJson(args) ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        report(new Runner(options).run()).print(args);
    }

    private static BenchReport report(Collection<RunResult> results) {
        double floor = millionsASecond(results, "threeSums");
        double netting = millionsASecond(results, "netting");
        var report = new BenchReport("portfolio");
        report.add(
                "netting at average cost",
                netting,
                UNIT,
                floor,
                ">= 5 M fills/s on one thread",
                netting >= MILLION_FILLS);
        for (var other : List.of("firstInFirstOut", "hedging", "twoCurrencies")) {
            report.add(words(other), millionsASecond(results, other), UNIT, floor, "reported beside it", true);
        }
        return report;
    }

    private static String words(String method) {
        return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static double millionsASecond(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result ->
                        NANOS_PER_MILLION_A_SECOND / result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
