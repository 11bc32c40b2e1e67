package io.millrace.core.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
 * {@code bench venue}: runs {@link VenueBenchmark} and prints its numbers, with {@code --json} as one object on one line.
 * The floor is the same venue without an order: what taking an event in, keeping it until it is over and handing it on
 * costs.
 */
public final class VenueBench {
    private static final double MIN_MILLIONS = 1;
    private static final String REALISTIC = "100";
    private static final String NONE = "0";

    private VenueBench() {}

    /** One line of the result. */
    private record Measured(String metric, double value, double floor, String target, boolean met) {
        private String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"metric\":\"%s\",\"value\":%.3f,\"unit\":\"M events per second of a thread\",\"floor\":%.3f,\"ratio\":%.2f,"
                            + "\"target\":\"%s\",\"met\":%b}",
                    metric,
                    value,
                    floor,
                    value / floor,
                    target,
                    met);
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%-44s %6.3f M events per second of a thread, floor %.3f, ratio %.2f (%s: %s)",
                    metric,
                    value,
                    floor,
                    value / floor,
                    target,
                    met ? "met" : "missed");
        }
    }

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean json = Arrays.asList(args).contains("--json");
        var options = new OptionsBuilder()
                .include(VenueBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var measured = measured(new Runner(options).run());
        System.out.println(
                json
                        ? "{\"name\":\"venue\",\"commit\":\"" + commit() + "\",\"cores\":"
                                + Runtime.getRuntime().availableProcessors() + ",\"results\":["
                                + String.join(
                                        ",",
                                        measured.stream().map(Measured::json).toList())
                                + "]}"
                        : String.join(
                                "\n", measured.stream().map(Measured::text).toList()));
    }

    private static List<Measured> measured(Collection<RunResult> results) {
        var measured = new ArrayList<Measured>();
        for (var queue : List.of("first", "last")) {
            double floor = millions(results, NONE, queue);
            for (var open : List.of(REALISTIC, "1000")) {
                double millions = millions(results, open, queue);
                boolean counts = open.equals(REALISTIC);
                measured.add(new Measured(
                        "trades matched, " + open + " open orders, queue " + queue,
                        millions,
                        floor,
                        counts ? ">= 1 M/s per thread" : "reported beside it",
                        !counts || millions >= MIN_MILLIONS));
            }
        }
        return measured;
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

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return git.waitFor() == 0 ? hash : "unknown";
    }
}
