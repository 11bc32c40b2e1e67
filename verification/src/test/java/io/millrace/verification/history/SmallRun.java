package io.millrace.verification.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.clock.Clock;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.routing.Router;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlWatch;
import io.millrace.streams.papervenue.PaperVenueTopology;
import io.millrace.streams.portfolio.PortfolioTopology;
import io.millrace.streams.risk.RiskTopology;
import io.millrace.streams.routing.RoutingTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The {@link SmallMarket} through the real stages of Kafka Streams, wired by hand, with everything they wrote. */
final class SmallRun implements SmallMarket.Sink, AutoCloseable {
    private static final ControlWatch UNWATCHED = new ControlWatch() {
        @Override
        public void loaded(String entities, int versions) {}

        @Override
        public void undecodable(String entities) {
            throw new IllegalStateException(entities);
        }
    };
    private static final Set<String> CONTROL =
            Set.of(Topics.ACCOUNTS.name(), Topics.POLICIES.name(), Topics.STRATEGIES.name(), Topics.INSTRUMENTS.name());

    /**
     * Which stage breaks its promise.
     *
     * @param processor name of the stage's processor
     * @param sink the topic whose values are concerned
     */
    record Breach(String processor, Topic<?> sink, FaultyStage.Fault fault, int every) {
        static final Breach NONE = new Breach("none", Topics.TRADES, FaultyStage.Fault.NONE, 1);
    }

    private record Stage(TopologyTestDriver driver, Set<String> reads) {}

    private static final long OFFSETS_APART = 4;

    private final SchemaRegistry registry = registry();
    private final Map<String, TopicSerde<?>> serdes = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<RawRecord> records = new ArrayList<>();
    private final Map<String, Long> offsets = new HashMap<>();
    private final Deque<RawRecord> waiting = new ArrayDeque<>();

    private SmallRun(Path directory, Breach breach) {
        var meters = new SimpleMeterRegistry();
        var risk = topology(breach);
        RiskTopology.addTo(risk, registry, Duration.ofMinutes(1), meters, UNWATCHED, RoutingTopology.PROCESSOR);
        RoutingTopology.addTo(risk, registry, Router.paper(), RiskTopology.PROCESSOR);
        add(risk, directory.resolve("risk"), CONTROL, Topics.INTENTS, Topics.EXECUTION_REPORTS);
        var venue = topology(breach);
        PaperVenueTopology.addTo(
                venue,
                registry,
                1,
                PaperModels.of(
                        new LatencyModel(Conditions.STANDARD.venueLatencyNanos()),
                        SlippageModel.fixed(Conditions.STANDARD.slippageBps())),
                meters,
                UNWATCHED);
        add(venue, directory.resolve("venue"), Set.of(Topics.INSTRUMENTS.name()), Topics.TRADES, Topics.VENUE_COMMANDS);
        var portfolio = topology(breach);
        PortfolioTopology.addTo(portfolio, registry, meters, UNWATCHED);
        add(
                portfolio,
                directory.resolve("portfolio"),
                Set.of(Topics.ACCOUNTS.name(), Topics.INSTRUMENTS.name(), Topics.STRATEGIES.name()),
                Topics.DECISIONS,
                Topics.EXECUTION_REPORTS);
    }

    /** What came of it, with what the real ledger makes of it. */
    static History of(Path directory, Breach breach) {
        try (var run = new SmallRun(directory, breach)) {
            var driven = new SmallMarket(run).run();
            var history = History.of(run.records, run.registry).withDriven(driven);
            return history.withLedger(SmallLedger.of(run.records, run.registry));
        }
    }

    @Override
    public <V> void value(Topic<V> topic, V value) {
        send(topic, topic.key().apply(value), serde(topic).encode(value), new RecordHeaders());
    }

    @Override
    public <V> void value(Topic<V> topic, V value, long outboxSequence) {
        var headers = new RecordHeaders();
        headers.add("outbox.sequence", Long.toString(outboxSequence).getBytes(UTF_8));
        send(topic, topic.key().apply(value), serde(topic).encode(value), headers);
    }

    @Override
    public void clock(Topic<?> topic, String key, Clock clock) {
        var headers = new RecordHeaders();
        ClockRecords.write(headers, clock);
        send(topic, key, null, headers);
    }

    @Override
    public void close() {
        stages.forEach(stage -> stage.driver().close());
    }

    /** Puts a record into its topic and lets everything come through that follows from it. */
    private void send(Topic<?> topic, String key, byte[] value, RecordHeaders headers) {
        log(topic.name(), new TestRecord<>(key.getBytes(UTF_8), value, headers));
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            for (var stage : stages) {
                if (stage.reads().contains(next.at().topic())) {
                    pass(next, stage.driver());
                }
            }
        }
    }

    private void pass(RawRecord record, TopologyTestDriver driver) {
        var headers = new RecordHeaders();
        record.headers().forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        driver.createInputTopic(record.at().topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record.key().getBytes(UTF_8), record.value(), headers));
        for (var topic : driver.producedTopicNames()) {
            driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(sent -> log(topic, sent));
        }
    }

    private void log(String topic, TestRecord<byte[], byte[]> sent) {
        var headers = new LinkedHashMap<String, String>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        // Room for what aborts and for the markers that end transactions.
        long offset = OFFSETS_APART * (offsets.merge(topic, 1L, Long::sum) - 1);
        var record = new RawRecord(
                new Place(topic, 0, offset), records.size(), new String(sent.key(), UTF_8), sent.value(), headers);
        records.add(record);
        waiting.add(record);
    }

    private void add(Topology topology, Path directory, Set<String> control, Topic<?>... reads) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "small");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        var topics = new HashSet<>(control);
        for (var topic : reads) {
            topics.add(topic.name());
        }
        stages.add(new Stage(new TopologyTestDriver(topology, config), topics));
    }

    private static Topology topology(Breach breach) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "small");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, FaultyStage.class.getName());
        config.put(FaultyStage.PROCESSOR, breach.processor());
        config.put(FaultyStage.SINK, breach.sink().name());
        config.put(FaultyStage.FAULT, breach.fault().name());
        config.put(FaultyStage.EVERY, breach.every());
        return new Topology(new TopologyConfig(new StreamsConfig(config)));
    }

    private static SchemaRegistry registry() {
        var registry = new InMemoryRegistry();
        Topics.all()
                .forEach(topic ->
                        registry.register(topic.subject(), topic.codec().schema()));
        return registry;
    }

    @SuppressWarnings("unchecked")
    private <V> TopicSerde<V> serde(Topic<V> topic) {
        return (TopicSerde<V>) serdes.computeIfAbsent(topic.name(), any -> new TopicSerde<>(topic, registry));
    }
}
