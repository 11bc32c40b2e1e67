package io.millrace.core.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Results of a benchmark, to be read by people or, as one object on one line, by machines. */
final class BenchReport {
    private final String name;
    private final List<Result> results = new ArrayList<>();

    BenchReport(String name) {
        this.name = name;
    }

    /**
     * One line.
     *
     * @param floor what it is held against, measured in the same run; NaN without one
     * @param target what is asked for, empty where nothing is
     */
    private record Result(
            String metric, double value, String unit, double floor, double ratio, String target, boolean met) {
        private String json() {
            return "{\"metric\":\"" + metric + "\",\"value\":" + number(value) + ",\"unit\":\"" + unit
                    + "\",\"floor\":" + number(floor) + ",\"ratio\":" + number(ratio) + ",\"target\":\"" + target
                    + "\",\"met\":" + met + "}";
        }

        private String text() {
            var text = new StringBuilder(String.format(Locale.ROOT, "%-58s %12.2f %s", metric, value, unit));
            if (!Double.isNaN(ratio)) {
                text.append(String.format(Locale.ROOT, ", floor %.2f, ratio %.2f", floor, ratio));
            }
            if (!target.isEmpty()) {
                text.append(" (").append(target).append(met ? ": met)" : ": missed)");
            }
            return text.toString();
        }
    }

    /** A figure that nothing is asked of. */
    void add(String metric, double value, String unit) {
        results.add(new Result(metric, value, unit, Double.NaN, Double.NaN, "", true));
    }

    /** A figure that has to reach a target by itself. */
    void add(String metric, double value, String unit, String target, boolean met) {
        results.add(new Result(metric, value, unit, Double.NaN, Double.NaN, target, met));
    }

    /** A figure beside what it is held against. */
    void add(String metric, double value, String unit, double floor, String target, boolean met) {
        results.add(new Result(metric, value, unit, floor, value / floor, target, met));
    }

    /** Prints all, as {@code --json} among the arguments asks. */
    void print(String... args) throws IOException, InterruptedException {
        System.out.println(isJson(args) ? json() : text());
    }

    /** Whether machines are to read it: nothing else is printed then. */
    static boolean isJson(String... args) {
        return Arrays.asList(args).contains("--json");
    }

    private String text() {
        return String.join("\n", results.stream().map(Result::text).toList());
    }

    private String json() throws IOException, InterruptedException {
        return "{\"name\":\"" + name + "\",\"commit\":\"" + commit() + "\",\"cores\":"
                + Runtime.getRuntime().availableProcessors() + ",\"results\":["
                + String.join(",", results.stream().map(Result::json).toList()) + "]}";
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
