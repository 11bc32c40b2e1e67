package io.millrace.core.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code bench venue}: runs {@link VenueBenchmark} and prints its numbers, with {@code --json} as one object on one line.
 * The floor is the same venue without an order: what taking an event in, keeping it until it is over and handing it on
 * costs.
 */
public final class VenueBench {
    private static final double MIN_MILLIONS = 1;
    private static final String REALISTIC = "100";
    private static final String NONE = "0";

    private VenueBench() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var options = new OptionsBuilder()
                .include(VenueBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(BenchReport.isJson(args) ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        report(new Runner(options).run()).print(args);
    }

    private static BenchReport report(Collection<RunResult> results) {
        var report = new BenchReport("venue");
        for (var queue : List.of("first", "last")) {
            double floor = millions(results, NONE, queue);
            for (var open : List.of(REALISTIC, "1000")) {
                double millions = millions(results, open, queue);
                boolean counts = open.equals(REALISTIC);
                report.add(
                        "trades matched, " + open + " open orders, queue " + queue,
                        millions,
                        "M events/s of a thread",
                        floor,
                        counts ? ">= 1 M/s per thread" : "reported beside it",
                        !counts || millions >= MIN_MILLIONS);
            }
        }
        return report;
    }

    /** Events per second of processor time: other work on the machine must not decide. */
    private static double millions(Collection<RunResult> results, String openOrders, String queue) {
        var run = results.stream()
                .filter(result -> result.getParams().getParam("openOrders").equals(openOrders)
                        && result.getParams().getParam("queue").equals(queue))
                .findFirst()
                .orElseThrow();
        return 1e3 * counted(run, "events") / counted(run, "nanos");
    }

    private static double counted(RunResult run, String counter) {
        var counters = run.getSecondaryResults();
        var key = counters.keySet().stream()
                .filter(name -> name.endsWith(counter))
                .findFirst()
                .orElseThrow();
        return counters.get(key).getScore();
    }
}
