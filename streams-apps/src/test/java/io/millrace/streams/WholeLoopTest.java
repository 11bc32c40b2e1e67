package io.millrace.streams;

import static io.millrace.streams.Samples.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLoopTest {
    private static final int BARS = 25;
    private static final ControlWatch UNWATCHED = new ControlWatch() {
        @Override
        public void loaded(String entities, int versions) {}

        @Override
        public void undecodable(String entities) {
            throw new AssertionError(entities);
        }
    };

    /** What came out, in order: per account, and reports, which venues send in the order of each instrument, per both. */
    private record Outcome(
            Map<String, List<RiskDecision>> decisions,
            Map<String, List<ExecutionReport>> reports,
            Map<String, List<EquityPoint>> equity) {}

    private final Wire wire = new Wire(Wire.registry());

    @TempDir
    private Path directory;

    @Test
    void decidesFillsAndValuesTheSameInWhateverOrderRecordsArrive() {
        var first = run(1, 0);
        assertThat(first.decisions()).containsOnlyKeys("A", "B", "C");
        assertThat(first.decisions().get("A")).hasSizeGreaterThan(20);
        assertThat(first.reports().get("A BTC-USD.BITSTAMP")).hasSizeGreaterThan(30);
        assertThat(first.equity().get("A")).hasSizeGreaterThan(30);
        for (int seed = 2; seed <= 5; seed++) {
            assertSame(run(seed, 0), first);
        }
    }

    @Test
    void comesToTheSameEndWhenStagesAreStoppedInBetween() {
        assertSame(run(7, 0.02), run(1, 0));
    }

    private static void assertSame(Outcome actual, Outcome expected) {
        expected.decisions()
                .forEach((account, decisions) -> assertThat(actual.decisions().get(account))
                        .as("decisions of %s", account)
                        .containsExactlyElementsOf(decisions));
        expected.reports()
                .forEach((account, reports) -> assertThat(actual.reports().get(account))
                        .as("reports of %s", account)
                        .containsExactlyElementsOf(reports));
        expected.equity()
                .forEach((account, equity) -> assertThat(actual.equity().get(account))
                        .as("equity of %s", account)
                        .containsExactlyElementsOf(equity));
        assertThat(actual).isEqualTo(expected);
    }

    private Outcome run(int seed, double restarts) {
        var root = directory.resolve("run-" + seed);
        try (var risk = stage(
                        root.resolve("risk"),
                        () -> StageTopologies.riskAndRouting(
                                Wire.registry(), Duration.ofMinutes(1), new SimpleMeterRegistry(), UNWATCHED));
                var venue = stage(
                        root.resolve("venue"),
                        () -> StageTopologies.paperVenue(
                                Wire.registry(),
                                1,
                                new LatencyModel(SECOND / 20),
                                new SlippageModel(2),
                                new SimpleMeterRegistry(),
                                UNWATCHED));
                var portfolio = stage(
                        root.resolve("portfolio"),
                        () -> StageTopologies.portfolio(Wire.registry(), new SimpleMeterRegistry(), UNWATCHED))) {
            control(risk, venue, portfolio);
            var loop = new WholeLoop();
            loop.read(risk, Topics.INTENTS, Topics.EXECUTION_REPORTS);
            loop.read(venue, Topics.TRADES, Topics.VENUE_COMMANDS);
            loop.read(portfolio, Topics.DECISIONS, Topics.EXECUTION_REPORTS);
            loop.keep(Topics.EQUITY);
            new Feed(wire, BARS).into(loop);
            loop.run(new SplittableRandom(seed), restarts);
            return new Outcome(
                    by(loop, Topics.DECISIONS, Topics.DECISIONS.key()),
                    by(loop, Topics.EXECUTION_REPORTS, report -> report.accountId() + " " + report.instrument()),
                    by(loop, Topics.EQUITY, Topics.EQUITY.key()));
        }
    }

    private StageDriver stage(Path root, Supplier<Topology> topology) {
        return new StageDriver(wire, root, topology);
    }

    private static void control(StageDriver risk, StageDriver venue, StageDriver portfolio) {
        for (var account : Feed.ACCOUNTS) {
            risk.control(Topics.ACCOUNTS, account);
            portfolio.control(Topics.ACCOUNTS, account);
        }
        for (var strategy : Feed.STRATEGIES) {
            risk.control(Topics.STRATEGIES, strategy);
            portfolio.control(Topics.STRATEGIES, strategy);
        }
        for (var instrument : Feed.INSTRUMENTS) {
            risk.control(Topics.INSTRUMENTS, instrument);
            venue.control(Topics.INSTRUMENTS, instrument);
        }
        risk.control(Topics.POLICIES, Samples.policy());
    }

    private <V> Map<String, List<V>> by(WholeLoop loop, Topic<V> topic, Function<V, String> group) {
        return loop.sent(topic).stream()
                .filter(sent -> sent.value() != null)
                .map(sent -> wire.decode(topic, sent.value()))
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    }
}
