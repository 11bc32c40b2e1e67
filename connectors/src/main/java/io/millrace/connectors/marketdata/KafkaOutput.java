package io.millrace.connectors.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.kafka.KafkaClients.Isolation;
import io.millrace.connectors.kafka.KeyPartition;
import io.millrace.connectors.kafka.TopicTail;
import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trades topic and its dead letters. Any record that cannot be delivered ends the replay. */
final class KafkaOutput implements Output, AutoCloseable {
    /** Headers of a refused line: the file, and the line's number in it. */
    static final String FILE = "source.file";

    static final String LINE = "source.line";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutput.class);
    private static final String STAGE = "marketdata";
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final TopicSerde<Trade> serde;
    private final Producer<byte[], byte[]> producer;
    private final MeterRegistry metrics;
    private final Map<InstrumentId, byte[]> keys = new HashMap<>();
    private final Map<TradeFile, Long> lastRefusedLines = new HashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile long lastProgressNanos = System.nanoTime();

    KafkaOutput(KafkaClients clients, SchemaRegistry registry, MeterRegistry metrics) {
        this.clients = clients;
        this.serde = new TopicSerde<>(Topics.TRADES, registry);
        this.producer = clients.streamProducer();
        this.metrics = metrics;
        metrics.gauge(Metrics.PUBLISHED, acknowledged);
    }

    @Override
    public Optional<Trade> lastPublished(InstrumentId instrument) {
        var key = key(instrument);
        try (var consumer = clients.consumer(Isolation.READ_COMMITTED)) {
            var partitions = KafkaClients.partitions(consumer, Topics.TRADES.name());
            var found = new TopicTail(consumer)
                    .last(
                            KeyPartition.of(key, partitions),
                            r -> Arrays.equals(r.key(), key) && trade(r.value()).isPresent());
            return found.flatMap(record -> trade(record.value()));
        }
    }

    /** Empty for a clock, and for what somebody else put there that is no trade. */
    private Optional<Trade> trade(byte[] value) {
        try {
            return Optional.ofNullable(serde.decode(value));
        } catch (UndecodableException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public void publish(Trade trade) {
        send(new ProducerRecord<>(Topics.TRADES.name(), key(trade.instrument()), serde.encode(trade)));
    }

    @Override
    public void publish(Clock clock) {
        var record = new ProducerRecord<byte[], byte[]>(Topics.TRADES.name(), key(clock.instrument()), null);
        ClockRecords.write(record.headers(), clock);
        send(record);
    }

    @Override
    public void refuse(TradeFile file, Line line, Refusal refusal) {
        if (line.number() <= lastRefusedLines.computeIfAbsent(file, this::lastRefusedLine)) {
            return;
        }
        var where = file.name() + ":" + line.number();
        LOG.warn("{}: {}", where, refusal);
        metrics.counter(Metrics.REFUSED, "code", refusal.code().name()).increment();
        var letter = DeadLetters.of(
                Topics.TRADES.name(),
                null,
                null,
                file.name().getBytes(UTF_8),
                line.bytes(),
                STAGE,
                refusal.code().name(),
                where + ": " + refusal);
        letter.headers().add(FILE, file.name().getBytes(UTF_8));
        letter.headers().add(LINE, Long.toString(line.number()).getBytes(UTF_8));
        send(letter);
    }

    /**
     * Lines of a file are refused in order and into one partition, so the last one found there tells which are in.
     * Others write to these dead letters in transactions; ours are visible at once only to a reader that does not wait
     * for theirs.
     */
    private long lastRefusedLine(TradeFile file) {
        var key = file.name().getBytes(UTF_8);
        try (var consumer = clients.consumer(Isolation.READ_UNCOMMITTED)) {
            var partitions = KafkaClients.partitions(consumer, Topics.TRADES.deadLetters());
            return new TopicTail(consumer)
                    .last(
                            KeyPartition.of(key, partitions),
                            r -> Arrays.equals(r.key(), key) && r.headers().lastHeader(LINE) != null)
                    .map(r -> Long.parseLong(
                            new String(r.headers().lastHeader(LINE).value(), UTF_8)))
                    .orElse(0L);
        }
    }

    @Override
    public void flush() {
        producer.flush();
        checkFailure();
    }

    /** How long records have been waiting for an acknowledgement. */
    Duration silence() {
        return sent.get() == acknowledged.get()
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - lastProgressNanos);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        producer.close(CLOSE);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails to be sent fails the next call. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ProducerRecord<byte[], byte[]> record) {
        checkFailure();
        if (sent.getAndIncrement() == acknowledged.get()) {
            lastProgressNanos = System.nanoTime();
        }
        producer.send(record, this::completed);
    }

    private void completed(RecordMetadata metadata, Exception e) {
        if (e == null) {
            acknowledged.incrementAndGet();
            lastProgressNanos = System.nanoTime();
        } else {
            failure.compareAndSet(null, e);
        }
    }

    private void checkFailure() {
        var e = failure.get();
        if (e != null) {
            throw new KafkaException("a record could not be delivered: " + e.getMessage(), e);
        }
    }

    private byte[] key(InstrumentId instrument) {
        return keys.computeIfAbsent(instrument, i -> i.toString().getBytes(UTF_8));
    }
}
