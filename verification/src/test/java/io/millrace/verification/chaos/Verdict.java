package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.verification.Analytics;
import io.millrace.verification.history.Checkers;
import io.millrace.verification.history.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run's history shows. A run is good if no promise is broken and enough has happened to say so: parts were killed,
 * every kind of fault that was planned hit, and people got enough through of all that they can ask for.
 *
 * @param violations of the promises that hold in every run
 * @param otherwise where the strategies' account, or what was computed of the market, ended otherwise than undisturbed
 * @param killsOfAll if they were measured; how fast they are is told, and makes no run bad
 */
record Verdict(
        ChaosRun.Outcome run,
        Schedule schedule,
        List<Violation> violations,
        List<String> otherwise,
        List<KillSwitch.Round> killsOfAll) {
    /** Enough to see what is wrong. */
    private static final int SHOWN = 5;

    private static final int LEAST_KILLS_PER_MINUTE = 6;
    /** Thousands in ten minutes. */
    private static final int LEAST_REQUESTS_PER_MINUTE = 200;

    /** Asked for, from the call to the last cancel that is committed. */
    private static final long KILL_MILLIS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One figure; met if there is no target. */
    private record Row(String metric, long value, String unit, String target, boolean met) {
        static Row of(String metric, long value, String unit) {
            return new Row(metric, value, unit, "", true);
        }

        static Row atLeast(String metric, long value, long least) {
            return new Row(metric, value, "", ">= " + least, value >= least);
        }

        static Row atMost(String metric, long value, long most, String unit) {
            return new Row(metric, value, unit, "<= " + most, value <= most);
        }

        static Row none(String metric, long value) {
            return new Row(metric, value, "", "0", value == 0);
        }

        void write(ObjectNode row) {
            row.put("metric", metric)
                    .put("value", value)
                    .put("unit", unit)
                    .putNull("floor")
                    .putNull("ratio")
                    .put("target", target)
                    .put("met", met);
        }
    }

    /** @param undisturbed records of a run that nothing disturbed */
    static Verdict of(ChaosRun.Outcome run, Schedule schedule, Path undisturbed, List<KillSwitch.Round> killsOfAll)
            throws IOException {
        var otherwise = new ArrayList<String>();
        run.endState().differenceTo(EndState.of(undisturbed)).ifPresent(otherwise::add);
        analytics(run.directory().resolve("records"), undisturbed).ifPresent(otherwise::add);
        return new Verdict(run, schedule, Checkers.all(run.history()), otherwise, killsOfAll);
    }

    boolean ok() {
        return required().stream().allMatch(Row::met);
    }

    /** What must be as it is for the run to say anything, and to say yes. */
    private List<Row> required() {
        var rows = new ArrayList<Row>();
        rows.add(Row.atLeast("kills", done(Fault.Kind.KILL), perSchedule(LEAST_KILLS_PER_MINUTE)));
        rows.add(Row.none("violations", violations.size()));
        rows.add(Row.none("otherwise", otherwise.size()));
        rows.add(Row.atLeast(
                "acknowledged requests",
                run.history().driven().requests().size(),
                perSchedule(LEAST_REQUESTS_PER_MINUTE)));
        for (var kind : Wishes.KINDS) {
            rows.add(Row.atLeast("acknowledged: " + kind, run.wishes().getOrDefault(kind, 0), 1));
        }
        for (var kind : Fault.Kind.values()) {
            if (kind != Fault.Kind.KILL) {
                rows.add(Row.atLeast("faults " + kind, done(kind), Math.min(1, schedule.count(kind))));
            }
        }
        return rows;
    }

    private List<Row> measured() throws IOException {
        var rows = new ArrayList<Row>();
        rows.add(Row.of("manual requests", run.asked(), ""));
        rows.add(Row.of("manual requests sent", run.attempts(), ""));
        rows.add(Row.of("records", run.history().size(), ""));
        rows.add(Row.of("seconds", Math.round(run.seconds()), "s"));
        Recoveries.of(run.directory().resolve(ChaosRun.EVENTS)).millis().forEach((part, millis) -> {
            rows.add(Row.of(part + " ready after a kill, p50", Recoveries.median(millis), "ms"));
            rows.add(Row.of(part + " ready after a kill, longest", Recoveries.longest(millis), "ms"));
        });
        killsOfAll(rows, "told", KillSwitch.Round::answeredMillis);
        killsOfAll(rows, "halted", KillSwitch.Round::haltedMillis);
        killsOfAll(rows, "last cancel", KillSwitch.Round::canceledMillis);
        return rows;
    }

    private void killsOfAll(List<Row> rows, String what, Function<KillSwitch.Round, Long> millis) {
        if (!killsOfAll.isEmpty()) {
            var each = killsOfAll.stream().map(millis).toList();
            rows.add(Row.of("kill of all: " + what + ", p50", Recoveries.median(each), "ms"));
            rows.add(Row.atMost("kill of all: " + what + ", longest", Recoveries.longest(each), KILL_MILLIS, "ms"));
        }
    }

    private int done(Fault.Kind kind) {
        return run.done().getOrDefault(kind, 0);
    }

    private long perSchedule(int perMinute) {
        return perMinute * schedule.lengthMillis() / 60_000;
    }

    /** For people: everything that is wrong, and how to see it again. */
    String text() {
        if (ok()) {
            return "nothing lost, nothing doubled, everything as in the undisturbed run";
        }
        var unmet =
                required().stream().filter(row -> !row.met()).map(Row::toString).toList();
        return "seed %d over %d ms, history in %s%nnot met: %s%n%s%s"
                .formatted(
                        schedule.seed(),
                        schedule.lengthMillis(),
                        run.directory(),
                        unmet,
                        Checkers.report(violations, SHOWN),
                        otherwise.isEmpty() ? "" : "otherwise than undisturbed: " + otherwise);
    }

    ObjectNode json(String commit) throws IOException {
        var json = JSON.createObjectNode()
                .put("name", "chaos")
                .put("commit", commit)
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("seed", schedule.seed())
                .put("minutes", schedule.lengthMillis() / 60e3);
        var results = json.putArray("results");
        required().forEach(row -> row.write(results.addObject()));
        measured().forEach(row -> row.write(results.addObject()));
        var broken = json.putArray("violations");
        violations.stream().limit(SHOWN).map(Violation::toString).forEach(broken::add);
        otherwise.forEach(broken::add);
        return json.put("digest", run.endState().digest())
                .put("history", run.directory().toString())
                .put("ok", ok());
    }

    private static Optional<String> analytics(Path records, Path undisturbed) throws IOException {
        try {
            Analytics.of(records).assertSameAs(Analytics.of(undisturbed));
            return Optional.empty();
        } catch (AssertionError difference) {
            return Optional.of(difference.getMessage());
        }
    }

    /** Keeps it beside the history. */
    void write(String commit) throws IOException {
        Files.writeString(run.directory().resolve("summary.json"), json(commit).toPrettyString() + "\n");
    }
}
