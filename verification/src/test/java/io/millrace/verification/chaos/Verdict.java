package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.verification.Analytics;
import io.millrace.verification.history.Checkers;
import io.millrace.verification.history.History;
import io.millrace.verification.history.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run's history shows.
 *
 * @param violations of the promises that hold in every run
 * @param otherwise where the strategies' account, or what was computed of the market, ended otherwise than undisturbed
 */
record Verdict(ChaosRun.Outcome run, String digest, List<Violation> violations, List<String> otherwise) {
    /** Enough to see what is wrong. */
    private static final int SHOWN = 5;

    private static final int LEAST_KILLS_PER_MINUTE = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param undisturbed records of a run that nothing disturbed */
    static Verdict of(ChaosRun.Outcome run, Path undisturbed) throws IOException {
        var history = History.of(run.seen(), run.registry())
                .withLedger(run.ledger())
                .withOrders(run.orders())
                .withLog(run.log())
                .withDriven(run.driven());
        var otherwise = new ArrayList<String>();
        run.endState().differenceTo(EndState.of(undisturbed)).ifPresent(otherwise::add);
        analytics(run.directory().resolve("records"), undisturbed).ifPresent(otherwise::add);
        return new Verdict(run, run.endState().digest(), Checkers.all(history), otherwise);
    }

    boolean ok() {
        return violations.isEmpty() && otherwise.isEmpty();
    }

    /** For people: everything that is wrong, and how to see it again. */
    String text(Schedule schedule) {
        return ok()
                ? "nothing lost, nothing doubled, everything as in the undisturbed run"
                : "seed %d over %d ms, history in %s%n%s%s"
                        .formatted(
                                schedule.seed(),
                                schedule.lengthMillis(),
                                run.directory(),
                                Checkers.report(violations, SHOWN),
                                otherwise.isEmpty() ? "" : "otherwise than undisturbed: " + otherwise);
    }

    ObjectNode json(Schedule schedule, String commit) throws IOException {
        var json = JSON.createObjectNode()
                .put("name", "chaos")
                .put("commit", commit)
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("seed", schedule.seed())
                .put("minutes", schedule.lengthMillis() / 60e3);
        double minutes = schedule.lengthMillis() / 60e3;
        int leastKills = (int) (LEAST_KILLS_PER_MINUTE * minutes);
        var results = json.putArray("results");
        row(results.addObject(), "kills", run.kills(), "", ">= " + leastKills, run.kills() >= leastKills);
        row(results.addObject(), "violations", violations.size(), "", "0", violations.isEmpty());
        row(results.addObject(), "otherwise", otherwise.size(), "", "0", otherwise.isEmpty());
        row(results.addObject(), "other faults", run.otherFaults(), "", "", true);
        row(results.addObject(), "manual requests", run.asked(), "", "", true);
        row(results.addObject(), "manual requests sent", run.attempts(), "", "", true);
        row(results.addObject(), "records", run.seen().size(), "", "", true);
        row(results.addObject(), "seconds", Math.round(run.seconds()), "s", "", true);
        Recoveries.of(run.directory().resolve(ChaosRun.EVENTS)).millis().forEach((part, millis) -> {
            row(results.addObject(), part + " ready after a kill, p50", Recoveries.median(millis), "ms", "", true);
            row(results.addObject(), part + " ready after a kill, longest", Recoveries.longest(millis), "ms", "", true);
        });
        var broken = json.putArray("violations");
        violations.stream().limit(SHOWN).map(Violation::toString).forEach(broken::add);
        otherwise.forEach(broken::add);
        return json.put("digest", digest)
                .put("history", run.directory().toString())
                .put("ok", ok());
    }

    private static void row(ObjectNode row, String metric, long value, String unit, String target, boolean met) {
        row.put("metric", metric)
                .put("value", value)
                .put("unit", unit)
                .putNull("floor")
                .putNull("ratio")
                .put("target", target)
                .put("met", met);
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
    void write(Schedule schedule, String commit) throws IOException {
        Files.writeString(
                run.directory().resolve("summary.json"), json(schedule, commit).toPrettyString() + "\n");
    }
}
