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
 * {@code bench portfolio}: runs {@link PortfolioBenchmark} and prints its numbers, with {@code --json} as one object on
 * one line. The floor is the arithmetic that no accounting of a fill can do without, measured in the same run.
 */
public final class PortfolioBench {
    private static final double MILLION_FILLS = 5;
    private static final double NANOS_PER_MILLION_A_SECOND = 1_000;

    private PortfolioBench() {}

    private record Measured(String metric, double value, double floor, String target, boolean met) {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean json = Arrays.asList(args).contains("--json");
        var options = new OptionsBuilder()
                .include(PortfolioBenchmark.class.getName() + ".*")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .build();
        var measured = measured(new Runner(options).run());
        System.out.println(json ? toJson(measured) : toText(measured));
    }

    private static List<Measured> measured(Collection<RunResult> results) {
        double floor = millionsASecond(results, "threeSums");
        double netting = millionsASecond(results, "netting");
        var measured = new ArrayList<Measured>();
        measured.add(new Measured(
                "netting at average cost",
                netting,
                floor,
                "at least 5 M fills/s on one thread",
                netting >= MILLION_FILLS));
        for (var other : List.of("firstInFirstOut", "hedging", "twoCurrencies")) {
            measured.add(
                    new Measured(words(other), millionsASecond(results, other), floor, "reported beside it", true));
        }
        return measured;
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

    private static String toJson(List<Measured> measured) throws IOException, InterruptedException {
        var results = new ArrayList<String>();
        for (Measured one : measured) {
            results.add("{\"metric\":\"" + one.metric() + "\",\"value\":" + number(one.value())
                    + ",\"unit\":\"M fills/s\",\"floor\":" + number(one.floor()) + ",\"ratio\":"
                    + number(one.value() / one.floor()) + ",\"target\":\"" + one.target() + "\",\"met\":" + one.met()
                    + "}");
        }
        return "{\"name\":\"portfolio\",\"commit\":\"" + commit() + "\",\"cores\":"
                + Runtime.getRuntime().availableProcessors() + ",\"results\":[" + String.join(",", results) + "]}";
    }

    private static String toText(List<Measured> measured) {
        var text = new StringBuilder();
        for (Measured one : measured) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-30s %6.2f M fills/s, floor %.1f, ratio %.2f, %s: %s%n",
                    one.metric(),
                    one.value(),
                    one.floor(),
                    one.value() / one.floor(),
                    one.target(),
                    one.met() ? "met" : "not met"));
        }
        return text.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String commit() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        return git.waitFor() == 0 ? hash : "unknown";
    }
}
