package io.millrace.streams;

import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.routing.Router;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The floor of the order path: an app on the same hop, from intents to commands, that decides nothing, keeps nothing and
 * promises at least once, between topics of its own. {@code PassThrough BOOTSTRAP STATE_DIRECTORY}
 */
final class PassThrough {
    static final String INTENTS = "bench.intents";
    static final String COMMANDS = "bench.commands";
    static final String REPORTS = "bench.reports";

    private PassThrough() {}

    public static void main(String[] arguments) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-pass-through");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of(arguments[1]).toAbsolutePath().toString());
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.POLL_MS_CONFIG, 5);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        var streams = new KafkaStreams(topology(), config);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }

    private static Topology topology() {
        var bytes = new ByteArrayDeserializer();
        var out = new ByteArraySerializer();
        return new Topology()
                .addSource("intents", bytes, bytes, INTENTS)
                .addProcessor("copy", Copy::new, "intents")
                .addSink("commands", COMMANDS, out, out, "copy");
    }

    private static final class Copy extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
        private final TopicSerde<OrderIntent> intents = new TopicSerde<>(Topics.INTENTS, Wire.registry());
        private final TopicSerde<VenueCommand> commands = new TopicSerde<>(Topics.VENUE_COMMANDS, Wire.registry());

        @Override
        public void process(Record<byte[], byte[]> received) {
            if (received.value() != null) {
                var command = command(intents.decode(received.value()));
                var key = Wire.bytes(Topics.VENUE_COMMANDS.key().apply(command));
                context().forward(new Record<>(key, commands.encode(command), received.timestamp()));
            }
        }

        private static VenueCommand command(OrderIntent intent) {
            return new VenueCommand(
                    intent.intentId(),
                    intent.intentId(),
                    intent.action(),
                    Router.PAPER,
                    intent.accountId(),
                    intent.strategyId(),
                    intent.instrument(),
                    intent.terms(),
                    intent.ordering(),
                    intent.eventTimeNanos());
        }
    }
}
