package io.millrace.streams;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A venue that answers as soon as it reads a committed command: market orders are filled, others rest; and it answers risk's
 * clocks. It notes when each order came.
 */
final class InstantVenue implements AutoCloseable {
    private static final int MOST = 1 << 20;
    private static final long LATENCY_NANOS = 1_000_000;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Price PRICE = Price.of("800");

    private final AtomicLongArray cameNanos = new AtomicLongArray(MOST);
    private final AtomicIntegerArray times = new AtomicIntegerArray(MOST);
    private final Set<InstrumentId> resting = new HashSet<>();
    private final Wire wire = new Wire(Wire.registry());
    private final String bootstrap;
    private final String commands;
    private final String reports;
    private final Thread thread = new Thread(this::run, "venue");
    private volatile boolean closed;

    /**
     * Starts at once.
     *
     * @param commands the topic that it reads
     * @param reports the topic that it writes
     */
    InstantVenue(String bootstrap, String commands, String reports) {
        this.bootstrap = bootstrap;
        this.commands = commands;
        this.reports = reports;
        thread.start();
    }

    /** When the first command of an order came, {@link System#nanoTime()}; 0 if none has. */
    long cameNanos(int number) {
        return cameNanos.get(number);
    }

    /** How many commands of an order came. */
    int times(int number) {
        return times.get(number);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var consumerConfig = Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "fetch.max.wait.ms", 100);
        var producerConfig = Map.<String, Object>of("bootstrap.servers", bootstrap, "linger.ms", 0);
        try (var consumer =
                        new KafkaConsumer<>(consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer =
                        new KafkaProducer<>(producerConfig, new ByteArraySerializer(), new ByteArraySerializer())) {
            var partitions = List.of(new TopicPartition(commands, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                for (var received : consumer.poll(POLL)) {
                    take(received, System.nanoTime(), producer);
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> received, long now, KafkaProducer<byte[], byte[]> producer) {
        if (received.value() == null) {
            wire.clockOf(received.headers())
                    .filter(clock -> resting.contains(clock.instrument()))
                    .ifPresent(clock -> tell(clock.instrument(), clock.timeNanos() + LATENCY_NANOS, producer));
            return;
        }
        var command = wire.decode(Topics.VENUE_COMMANDS, received.value());
        int number = OrderTraffic.number(command.orderId());
        cameNanos.compareAndSet(number, 0, now);
        times.incrementAndGet(number);
        var report = report(command);
        var encoded = wire.value(Topics.EXECUTION_REPORTS, report);
        send(producer, new ProducerRecord<>(reports, encoded.key(), encoded.value()));
        tell(command.instrument(), report.eventTimeNanos(), producer);
        if (report.type() == ExecutionType.ACCEPTED) {
            resting.add(command.instrument());
        }
    }

    private void tell(InstrumentId instrument, long nanos, KafkaProducer<byte[], byte[]> producer) {
        var key = Wire.bytes(OrderTraffic.accountOf(instrument));
        var headers = wire.clock("", Clock.of(instrument, nanos)).headers();
        send(producer, new ProducerRecord<>(reports, null, key, null, headers));
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> sent) {
        var unused = producer.send(sent, (metadata, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static ExecutionReport report(VenueCommand command) {
        boolean fills = command.terms().type() == OrderType.MARKET;
        var filled = fills ? command.terms().quantity() : Quantity.of("0");
        return new ExecutionReport(
                command.orderId(),
                command.intentId(),
                1,
                fills ? ExecutionType.FILLED : ExecutionType.ACCEPTED,
                command.accountId(),
                command.strategyId(),
                command.instrument(),
                command.terms().side(),
                command.terms().quantity(),
                filled,
                fills ? PRICE : null,
                filled,
                Money.of("0"),
                0,
                command.decidedAtNanos() + LATENCY_NANOS,
                "");
    }
}
