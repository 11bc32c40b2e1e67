package io.millrace.schemas.bench;

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
 * {@code bench codec}: runs {@link CodecBenchmark} and prints its numbers, with {@code --json} as one object on one line.
 */
public final class CodecBench {
    private static final double MIN_MILLIONS = 8;
    private static final String BYTES_ALLOCATED = "gc.alloc.rate.norm";
    /** Now and then the harness allocates too, divided by very many trades. */
    private static final double BYTES_TOLERATED = 0.5;

    private CodecBench() {}

    /** One line of the result. */
    private record Measured(String metric, double value, String unit, double floor, String target, boolean met) {
        private String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"metric\":\"%s\",\"value\":%.2f,\"unit\":\"%s\",\"floor\":%.2f,\"ratio\":%.2f,"
                            + "\"target\":\"%s\",\"met\":%b}",
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
                    "%-36s %8.2f %s, floor %.2f, ratio %.2f (%s: %s)",
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
                .include(CodecBenchmark.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .forks(2)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var results = new Runner(options).run();
        var measured = new ArrayList<Measured>();
        for (String way : List.of("encode", "decode")) {
            measured.add(speed(results, way));
            measured.add(allocation(results, way));
        }
        System.out.println(
                json
                        ? "{\"name\":\"codec\",\"commit\":\"" + commit() + "\",\"cores\":"
                                + Runtime.getRuntime().availableProcessors() + ",\"results\":["
                                + String.join(
                                        ",",
                                        measured.stream().map(Measured::json).toList())
                                + "]}"
                        : String.join(
                                "\n", measured.stream().map(Measured::text).toList()));
    }

    private static Measured speed(Collection<RunResult> results, String way) {
        double millions = 1e3 / nanos(of(results, way));
        double ofAvro = 1e3 / nanos(of(results, way + "OfAvro"));
        return new Measured(
                way + " a trade, Avro's generated class",
                millions,
                "M/s per thread",
                ofAvro,
                ">= 8 M/s",
                millions >= MIN_MILLIONS);
    }

    private static Measured allocation(Collection<RunResult> results, String way) {
        double allocated = bytes(of(results, way));
        double needed = bytes(of(results, way + "Nothing"));
        return new Measured(
                way + " a trade, its result alone",
                allocated,
                "bytes allocated",
                needed,
                "nothing beyond the record",
                allocated <= needed + BYTES_TOLERATED);
    }

    /** The median of all iterations: other work on the machine must not decide. */
    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().get(BYTES_ALLOCATED).getScore();
    }

    private static RunResult of(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return git.waitFor() == 0 ? hash : "unknown";
    }
}
