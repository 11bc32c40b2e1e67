package io.millrace.streams;

import static io.millrace.streams.Samples.SECOND;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.SlippageModel;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;

/** Runs the three topologies in this process, the {@link Feed} through them for example. */
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

    /** The topologies and the topics between them. */
    record Stages(StageDriver risk, StageDriver venue, StageDriver portfolio, WholeLoop topics)
            implements AutoCloseable {
        /** A version of something that people decided, for those who read it. */
        void control(Topic<?> topic, TestRecord<byte[], byte[]> version) {
            risk.control(topic, version);
            if (topic.equals(Topics.INSTRUMENTS)) {
                venue.control(topic, version);
            }
            if (!topic.equals(Topics.POLICIES)) {
                portfolio.control(topic, version);
            }
        }

        @Override
        public void close() {
            List.of(risk, venue, portfolio).forEach(StageDriver::close);
        }
    }

    private TestLoops() {}

    static Outcome run(Path root, int bars, RandomGenerator random, double restarts) {
        var wire = new Wire(Wire.registry());
        try (var stages = stages(root, Wire::registry, PaperModels.of(LATENCY, SlippageModel.none()))) {
            Feed.control(version -> stages.control(version.topic(), version.in(wire)));
            new Feed(wire, bars).into(stages.topics());
            stages.topics().run(random, restarts);
            return Outcome.of(new Outcome.Source() {
                @Override
                public <V> List<V> values(Topic<V> topic) {
                    return stages.topics().sent(topic).stream()
                            .filter(sent -> sent.value() != null)
                            .map(sent -> wire.decode(topic, sent.value()))
                            .toList();
                }
            });
        }
    }

    static Stages stages(Path root, Supplier<SchemaRegistry> registry, PaperModels models) {
        var wire = new Wire(registry.get());
        Supplier<Topology> risks = () -> StageTopologies.riskAndRouting(
                registry.get(), Duration.ofMinutes(1), new SimpleMeterRegistry(), UNWATCHED);
        Supplier<Topology> venues =
                () -> StageTopologies.paperVenue(registry.get(), 1, models, new SimpleMeterRegistry(), UNWATCHED);
        Supplier<Topology> portfolios =
                () -> StageTopologies.portfolio(registry.get(), new SimpleMeterRegistry(), UNWATCHED);
        var risk = new StageDriver(wire, root.resolve("risk"), risks);
        var venue = new StageDriver(wire, root.resolve("venue"), venues);
        var portfolio = new StageDriver(wire, root.resolve("portfolio"), portfolios);
        var topics = new WholeLoop();
        topics.read(risk, Topics.INTENTS, Topics.EXECUTION_REPORTS);
        if (models.sources().hasQuotes()) {
            topics.read(venue, Topics.TRADES, Topics.QUOTES, Topics.VENUE_COMMANDS);
        } else {
            topics.read(venue, Topics.TRADES, Topics.VENUE_COMMANDS);
        }
        topics.read(portfolio, Topics.DECISIONS, Topics.EXECUTION_REPORTS);
        topics.keep(Topics.APPROVED_ORDERS, Topics.POSITIONS, Topics.EQUITY);
        return new Stages(risk, venue, portfolio, topics);
    }
}
