package io.millrace.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.BacktestAgrees;
import io.millrace.verification.history.Checkers;
import io.millrace.verification.history.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The promise of Millrace on its real parts: the same trades give the same intents, decisions, fills and profit, however
 * fast they come (and whatever dies meanwhile: {@link io.millrace.verification.chaos}). The digest covers every decision,
 * report and equity point; bars, indicators and features are compared record by record, to the byte.
 */
class MainPathTest {
    /** About ten times slower than flat out: a week in about 100 s. */
    private static final String SLOWLY = "5760";

    private static final Map<String, String> DEFAULT = Map.of();
    private static final Map<String, String> FOUR_PARTITIONS =
            Map.of("MILLRACE_INSTRUMENT_PARTITIONS", "4", "MILLRACE_ACCOUNT_PARTITIONS", "4");

    private static JsonNode calm;
    private static Analytics calmAnalytics;
    private static History calmHistory;

    @BeforeAll
    static void aCalmRunHolds() throws Exception {
        calm = CalmRun.get().summary();
        calmAnalytics = Analytics.of(CalmRun.get().records());
        calmHistory = CalmRun.get().history().withDriven(DemoTrades.driven());
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
    void aBacktestGivesTheSame() {
        assertThat(Checkers.report(new BacktestAgrees().check(calmHistory), 3)).isEmpty();
    }

    @Test
    void givesTheSameAgain() throws Exception {
        try (var run = DemoRun.start("again", DEFAULT)) {
            assertThat(DemoRun.outcome(run.summary())).isEqualTo(DemoRun.outcome(calm));
            Analytics.of(run.records()).assertSameAs(calmAnalytics);
        }
    }

    @Test
    void givesTheSameTenTimesSlowerOnFourPartitions() throws Exception {
        try (var run = DemoRun.start("slowly", FOUR_PARTITIONS, "--speed", SLOWLY)) {
            assertThat(DemoRun.outcome(run.summary())).isEqualTo(DemoRun.outcome(calm));
            Analytics.of(run.records()).assertSameAs(calmAnalytics);
        }
    }
}
