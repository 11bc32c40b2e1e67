package io.millrace.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.StateSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageProcessorTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final String STORE = "echo-state";

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final TopicSerde<Quote> quotes = new TopicSerde<>(Topics.QUOTES, registry);
    private final TopicSerde<Trade> trades = new TopicSerde<>(Topics.TRADES, registry);

    @TempDir
    private Path directory;

    @Test
    void undoesStateAndOutputOfAStepThatFails() {
        registry.register(Topics.QUOTES.subject(), Topics.QUOTES.codec().schema());
        registry.register(Topics.TRADES.subject(), Topics.TRADES.codec().schema());
        try (var driver = new TopologyTestDriver(echo(), config())) {
            var in = driver.createInputTopic(Topics.QUOTES.name(), new StringSerializer(), quotes.serializer());
            in.pipeInput("k", quote(1));
            in.pipeInput("k", quote(Echo.POISON));
            in.pipeInput("k", quote(3));

            var out = driver.createOutputTopic(Topics.TRADES.name(), new StringDeserializer(), trades.deserializer());
            assertThat(out.readValuesToList()).extracting(Trade::sequence).containsExactly(0L, 1L);
            var letters = driver.createOutputTopic(
                    Topics.QUOTES.deadLetters(), new StringDeserializer(), new ByteArrayDeserializer());
            assertThat(letters.readValuesToList()).singleElement().isEqualTo(quotes.encode(quote(Echo.POISON)));
        }
    }

    @Test
    void takesARecordAgainThatFailedBecauseOfSomethingOutside() {
        registry.register(Topics.QUOTES.subject(), Topics.QUOTES.codec().schema());
        registry.register(Topics.TRADES.subject(), Topics.TRADES.codec().schema());
        try (var driver = new TopologyTestDriver(echo(), config())) {
            var in = driver.createInputTopic(Topics.QUOTES.name(), new StringSerializer(), quotes.serializer());

            assertThatThrownBy(() -> in.pipeInput("k", quote(Echo.UNLUCKY))).hasRootCauseInstanceOf(IOException.class);
            assertThat(driver.producedTopicNames()).isEmpty();
        }
    }

    private Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "echo");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return config;
    }

    private Topology echo() {
        var topology = new Topology();
        var deadLetters = new DeadLetterSink("echo", new SimpleMeterRegistry());
        var outlet = new Outlet<>(Topics.TRADES, registry);
        Inlet.addSource(topology, Topics.QUOTES);
        topology.addProcessor("echo", () -> new Echo(deadLetters, registry, outlet), Topics.QUOTES.name());
        topology.addStateStore(StateSection.store(STORE), "echo");
        outlet.addTo(topology, "echo");
        deadLetters.addTo(topology, "echo");
        return topology;
    }

    private static Quote quote(long sequence) {
        return new Quote(BTC, sequence, sequence, Price.of("1"), Quantity.of("1"), Price.of("2"), Quantity.of("1"));
    }

    /** Sends the number of the quote before; fails at one number after it has changed and sent everything. */
    private static final class Echo extends StageProcessor {
        private static final long POISON = 2;
        private static final long UNLUCKY = 4;

        private final SchemaRegistry registry;
        private final Outlet<Trade> outlet;

        Echo(DeadLetterSink deadLetters, SchemaRegistry registry, Outlet<Trade> outlet) {
            super(deadLetters);
            this.registry = registry;
            this.outlet = outlet;
        }

        @Override
        protected Loaded load(ProcessorContext<Object, Object> from, Step output) {
            var latest = new EntityStore<>(
                    StateSection.of(from, STORE, "latest"),
                    new AvroFormat<>(Topics.QUOTES.codec()),
                    quote -> quote.instrument().toString());
            return new Loaded(
                    List.of(Inlet.of(Topics.QUOTES, registry, quote -> take(quote, latest, output), clock -> {})),
                    List.of(latest));
        }

        @Override
        protected void prepare() {}

        private void take(Quote quote, EntityStore<Quote> latest, Step output) {
            var before = latest.get(BTC.toString());
            latest.put(quote);
            output.emit(() -> outlet.send(
                    output.context(),
                    new Trade(
                            BTC,
                            quote.eventTimeNanos(),
                            before == null ? 0 : before.sequence(),
                            Price.of("1"),
                            Quantity.of("1"),
                            AggressorSide.UNKNOWN)));
            if (quote.sequence() == POISON) {
                throw new IllegalStateException("poison");
            }
            if (quote.sequence() == UNLUCKY) {
                throw new UncheckedIOException(new IOException("somebody else is away"));
            }
        }
    }
}
