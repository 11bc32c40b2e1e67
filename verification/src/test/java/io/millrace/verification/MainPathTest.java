package io.millrace.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.Checkers;
import io.millrace.verification.history.History;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The promise of Millrace on its real parts: the same trades give the same intents, decisions, fills and profit, however
 * fast they come and whatever dies meanwhile. The digest covers every decision, report and equity point; bars,
 * indicators and features are compared record by record, to the byte.
 */
class MainPathTest {
    /** About ten times slower than flat out: a week in about 100 s. */
    private static final String SLOWLY = "5760";

    private static final Pattern BOTH_ARE_OUT = Pattern.compile("bars [1-9].* features [1-9]");

    private static final Map<String, String> DEFAULT = Map.of();
    private static final Map<String, String> FOUR_PARTITIONS =
            Map.of("MILLRACE_INSTRUMENT_PARTITIONS", "4", "MILLRACE_ACCOUNT_PARTITIONS", "4");

    private static JsonNode calm;
    private static Analytics calmAnalytics;
    private static History calmHistory;

    @BeforeAll
    static void aCalmRunHolds() throws Exception {
        try (var run = DemoRun.start("calm", DEFAULT)) {
            calm = run.summary();
            calmAnalytics = Analytics.of(run);
            calmHistory = run.history().withDriven(DemoTrades.driven());
        }
        assertThat(calm.path("tradesIn").asInt()).isEqualTo(100_000);
        assertThat(calm.path("fills").asInt()).isPositive();
        assertThat(calm.path("decisions").path("rejected").size()).isPositive();
        for (var topic : List.of(Topics.BARS, Topics.INDICATORS, Topics.FEATURES)) {
            assertThat(calmAnalytics.records().get(topic.name()))
                    .as(topic.name())
                    .isNotEmpty();
        }
    }

    @Test
    void keepsEveryPromise() {
        assertThat(Checkers.report(Checkers.all(calmHistory), 3)).isEmpty();
    }

    @Test
    void givesTheSameAgain() throws Exception {
        try (var run = DemoRun.start("again", DEFAULT)) {
            assertThat(DemoRun.outcome(run.summary())).isEqualTo(DemoRun.outcome(calm));
            Analytics.of(run).assertSameAs(calmAnalytics);
        }
    }

    @Test
    void givesTheSameTenTimesSlower() throws Exception {
        try (var run = DemoRun.start("slowly", DEFAULT, "--speed", SLOWLY)) {
            assertThat(DemoRun.outcome(run.summary())).isEqualTo(DemoRun.outcome(calm));
            Analytics.of(run).assertSameAs(calmAnalytics);
        }
    }

    @Test
    void givesTheSameOnFourPartitionsWhenPartsAreKilled() throws Exception {
        try (var run = DemoRun.start("kills", FOUR_PARTITIONS, "--speed", SLOWLY)) {
            var killed = new ArrayList<Long>();
            await().atMost(Duration.ofMinutes(3)).until(() -> isInMidStream(run) || !run.isRunning());
            for (var part : List.of("taskmanager", "streams", "outbox", "kafka")) {
                killed.add(kill(run, part));
                await().atMost(Duration.ofMinutes(2)).until(() -> isBack(run, part, killed));
            }
            assertThat(run.isRunning()).as("all four died during the replay").isTrue();
            assertThat(killed).doesNotHaveDuplicates().hasSize(4);
            assertThat(DemoRun.outcome(run.summary())).isEqualTo(DemoRun.outcome(calm));
            Analytics.of(run).assertSameAs(calmAnalytics);
            assertThat(Checkers.report(Checkers.all(run.history().withDriven(DemoTrades.driven())), 3))
                    .isEmpty();
        }
    }

    /** Bars and features have come out, and the replay goes on. */
    private static boolean isInMidStream(DemoRun run) throws IOException {
        return BOTH_ARE_OUT.matcher(run.progress()).find();
    }

    private static long kill(DemoRun run, String name) throws IOException {
        var part = run.part(name).orElseThrow();
        assertThat(part.destroyForcibly()).isTrue();
        return part.pid();
    }

    private static boolean isBack(DemoRun run, String name, List<Long> killed) throws IOException {
        return run.part(name)
                .filter(part -> part.isAlive() && !killed.contains(part.pid()))
                .isPresent();
    }
}
