package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.schemas.Provisioning;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.streams.runtime.StreamsSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.test.TestRecord;

/**
 * How fast the loop turns on a real broker: 100,000 trades and 9,600 bars of one instrument, flat out, with as many intents
 * as asked for. {@code LoopBench [INTENTS] [COMMIT_INTERVAL_MILLIS] [BOOTSTRAP]}
 */
final class LoopBench {
    private static final int TRADES = 100_000;
    private static final int BARS = 9_600;
    private static final int PARTITIONS = Topics.INTENTS.partitions();

    private final Wire wire = new Wire(Wire.registry());
    private final KafkaProducer<byte[], byte[]> producer;

    private LoopBench(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public static void main(String[] arguments) throws Exception {
        int intents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int commitMillis = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        var directory = Files.createTempDirectory("loop-bench");
        try (var broker = BrokerProcess.start(directory.resolve("kafka"))) {
            new LoopBench(broker.bootstrap()).run(broker, directory, intents, commitMillis);
        }
    }

    private void run(BrokerProcess broker, Path directory, int intents, int commitMillis) throws Exception {
        var bootstrap = broker.bootstrap();
        var registry = Wire.registry();
        Provisioning.provision(Map.of("bootstrap.servers", bootstrap), registry);
        send(Topics.ACCOUNTS, Samples.account("A"));
        send(Topics.POLICIES, Samples.policy());
        send(Topics.INSTRUMENTS, Samples.instrument(BTC));
        for (int i = 0; i < 4; i++) {
            send(Topics.STRATEGIES, Samples.strategy("s" + i, "A", BTC));
        }
        producer.flush();
        var settings = new StreamsSettings(
                bootstrap,
                "http://none",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                directory.resolve("state"),
                "0",
                Duration.ofMillis(commitMillis),
                1,
                Duration.ofMinutes(5),
                PaperModels.of(TestLoops.LATENCY, SlippageModel.none()));
        try (var process = StreamsProcess.start(Stage.parse("risk,routing,papervenue,portfolio"), settings, registry)) {
            System.out.println("status on " + process.statusPort());
            warmUp(bootstrap);
            long begin = System.nanoTime();
            var cpu = cpuOf(broker);
            feed(intents);
            double fed = (System.nanoTime() - begin) / 1e9;
            await(bootstrap, START + (BARS + 60) * MINUTE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "intents=%d commit=%d ms fed=%.1f s total=%.1f s trades/s=%.0f ms/intent=%.2f %s%n",
                    intents,
                    commitMillis,
                    fed,
                    seconds,
                    TRADES / seconds,
                    1e3 * seconds / intents,
                    cpuOf(broker).minus(cpu));
        }
        System.exit(0);
    }

    /** A minute before everything, so that the apps are up and warm. */
    private void warmUp(String bootstrap) {
        long time = START - 100 * MINUTE;
        marketClock(time);
        clockToAll(new Clock(BTC, 0, time, Price.of("800"), time));
        await(bootstrap, time);
    }

    private void feed(int intents) {
        var random = new SplittableRandom(1);
        long price = 80_000_000_000L;
        int sent = 0;
        int perBar = TRADES / BARS;
        long sequence = 0;
        for (int bar = 0; bar < BARS; bar++) {
            long open = START + bar * MINUTE;
            for (int i = 0; i < perBar; i++) {
                price += random.nextLong(-50, 51) * 1_000_000;
                long time = open + i * MINUTE / perBar;
                send(Topics.TRADES, Samples.trade(BTC, ++sequence, time, new Price(price).toString()));
            }
            long known = open + MINUTE + SECOND;
            for (; sent < (long) intents * (bar + 1) / BARS; sent++) {
                var side = (sent / 4) % 2 == 0 ? Side.BUY : Side.SELL;
                var terms = OrderTerms.market(side, Quantity.of("0.1"));
                send(Topics.INTENTS, Samples.intent("s" + sent % 4, "A", BTC, sent, known, terms));
            }
            clockToAll(new Clock(BTC, 0, known, new Price(price), known - SECOND));
        }
        long end = START + (BARS + 60) * MINUTE;
        marketClock(end);
        clockToAll(new Clock(BTC, 0, end, new Price(price), end));
        producer.flush();
    }

    private void clockToAll(Clock clock) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            send(new ProducerRecord<>(
                    Topics.INTENTS.name(),
                    partition,
                    Wire.bytes("c"),
                    null,
                    wire.clock("", clock).headers()));
        }
    }

    private <V> void send(Topic<V> topic, V value) {
        TestRecord<byte[], byte[]> record = wire.value(topic, value);
        send(new ProducerRecord<>(topic.name(), record.key(), record.value()));
    }

    private void marketClock(long nanos) {
        var key = BTC.toString();
        var headers = wire.clock(key, Clock.of(BTC, nanos)).headers();
        send(new ProducerRecord<>(Topics.TRADES.name(), null, Wire.bytes(key), null, headers));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Until portfolio has told every partition that it is at a time. */
    private void await(String bootstrap, long nanos) {
        var reached = new boolean[PARTITIONS];
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(p -> new TopicPartition(Topics.EQUITY.name(), p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!allOf(reached)) {
                consumer.poll(Duration.ofMillis(10)).forEach(received -> wire.clockOf(received.headers())
                        .filter(clock -> clock.timeNanos() >= nanos)
                        .ifPresent(clock -> reached[received.partition()] = true));
            }
        }
    }

    private record Cpu(Duration apps, Duration broker) {
        Cpu minus(Cpu before) {
            return new Cpu(apps.minus(before.apps), broker.minus(before.broker));
        }
    }

    private static Cpu cpuOf(BrokerProcess broker) {
        return new Cpu(
                ProcessHandle.current().info().totalCpuDuration().orElseThrow(),
                broker.handle().info().totalCpuDuration().orElseThrow());
    }

    private static boolean allOf(boolean[] values) {
        for (var value : values) {
            if (!value) {
                return false;
            }
        }
        return true;
    }
}
