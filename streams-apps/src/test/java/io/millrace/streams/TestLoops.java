package io.millrace.streams;

import static io.millrace.streams.Samples.SECOND;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.streams.Topology;

/** Runs the {@link Feed} through the three topologies in this process. */
final class TestLoops {
    static final LatencyModel LATENCY = new LatencyModel(SECOND / 20);
    static final ControlWatch UNWATCHED = new ControlWatch() {
        @Override
        public void loaded(String entities, int versions) {}

        @Override
        public void undecodable(String entities) {
            throw new AssertionError(entities);
        }
    };

    private TestLoops() {}

    static Outcome run(Path root, int bars, RandomGenerator random, double restarts) {
        var wire = new Wire(Wire.registry());
        Supplier<Topology> risks = () -> StageTopologies.riskAndRouting(
                Wire.registry(), Duration.ofMinutes(1), new SimpleMeterRegistry(), UNWATCHED);
        Supplier<Topology> venues = () -> StageTopologies.paperVenue(
                Wire.registry(), 1, LATENCY, new SlippageModel(0), new SimpleMeterRegistry(), UNWATCHED);
        Supplier<Topology> portfolios =
                () -> StageTopologies.portfolio(Wire.registry(), new SimpleMeterRegistry(), UNWATCHED);
        try (var risk = new StageDriver(wire, root.resolve("risk"), risks);
                var venue = new StageDriver(wire, root.resolve("venue"), venues);
                var portfolio = new StageDriver(wire, root.resolve("portfolio"), portfolios)) {
            control(risk, venue, portfolio);
            var loop = new WholeLoop();
            loop.read(risk, Topics.INTENTS, Topics.EXECUTION_REPORTS);
            loop.read(venue, Topics.TRADES, Topics.VENUE_COMMANDS);
            loop.read(portfolio, Topics.DECISIONS, Topics.EXECUTION_REPORTS);
            loop.keep(Topics.EQUITY);
            new Feed(wire, bars).into(loop);
            loop.run(random, restarts);
            return Outcome.of(new Outcome.Source() {
                @Override
                public <V> List<V> values(Topic<V> topic) {
                    return loop.sent(topic).stream()
                            .filter(sent -> sent.value() != null)
                            .map(sent -> wire.decode(topic, sent.value()))
                            .toList();
                }
            });
        }
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
}
