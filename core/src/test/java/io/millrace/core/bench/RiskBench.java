package io.millrace.core.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    private record Measured(String metric, double value, String unit, double floor, String target, boolean met) {
        private String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"metric\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"floor\":%.1f,\"ratio\":%.2f,\"target\":\"%s\","
                            + "\"met\":%b}",
                    metric,
                    value,
                    unit,
                    floor,
                    value / floor,
                    target,
                    met);
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%-34s %7.0f %s, floor %.0f, ratio %.1f (%s: %s)",
                    metric,
                    value,
                    unit,
                    floor,
                    value / floor,
                    target,
                    met ? "met" : "missed");
        }
    }

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean json = Arrays.asList(args).contains("--json");
        var options = new OptionsBuilder()
                .include(RiskBenchmark.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400))
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var measured = measured(new Runner(options).run());
        if (json) {
            System.out.println("{\"name\":\"risk\",\"commit\":\"" + commit() + "\",\"cores\":"
                    + Runtime.getRuntime().availableProcessors() + ",\"results\":["
                    + String.join(",", measured.stream().map(Measured::json).toList()) + "]}");
        } else {
            measured.forEach(one -> System.out.println(one.text()));
        }
    }

    private static List<Measured> measured(Collection<RunResult> results) {
        double floor = nanos(of(results, "everyProductOnce"));
        var measured = new ArrayList<Measured>();
        for (var method : List.of("margin", "cash")) {
            double nanos = nanos(of(results, method));
            measured.add(new Measured(
                    "decision, " + method + " account", nanos, "ns", floor, TARGET, nanos <= TARGET_NANOS));
        }
        measured.add(new Measured(
                "the same, rules looked up", nanos(of(results, "marginWithItsRules")), "ns", floor, BESIDE, true));
        measured.add(new Measured(
                "the same, texts made", nanos(of(results, "marginWithItsTexts")), "ns", floor, BESIDE, true));
        double least = Math.max(1, bytes(of(results, "everyProductOnce")));
        measured.add(new Measured("allocated by it", bytes(of(results, "margin")), "B", least, BESIDE, true));
        return measured;
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

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return git.waitFor() == 0 ? hash : "unknown";
    }
}
