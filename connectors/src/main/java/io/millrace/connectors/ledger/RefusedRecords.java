package io.millrace.connectors.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.kafka.KafkaClients.Isolation;
import io.millrace.connectors.kafka.TopicTail;
import io.millrace.schemas.DeadLetters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts refused records into their topics' dead letters, once each: they must be given in the order of their offsets, so
 * the last one found there tells which are in. Transactions fence off a predecessor that is still sending.
 *
 * <p>Opened by the first refused record, for there may never be one.
 */
final class RefusedRecords implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRecords.class);
    private static final String TRANSACTIONAL_ID = "millrace-ledger";
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final MeterRegistry metrics;
    private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();
    private Producer<byte[], byte[]> producer;

    RefusedRecords(KafkaClients clients, MeterRegistry metrics) {
        this.clients = clients;
        this.metrics = metrics;
    }

    /** Returns when all are in the dead letters. */
    void put(List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        open();
        var fresh = refused.stream()
                .filter(r -> r.record().offset() > lastOffset(partition(r)))
                .toList();
        if (!fresh.isEmpty()) {
            send(fresh);
            fresh.forEach(this::count);
        }
    }

    private void open() {
        if (producer == null) {
            var opened = clients.transactionalProducer(TRANSACTIONAL_ID);
            try {
                opened.initTransactions();
            } catch (KafkaException e) {
                opened.close(Duration.ZERO);
                throw e;
            }
            producer = opened;
        }
    }

    /** What fails to be sent fails the commit. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(List<Refused> refused) {
        producer.beginTransaction();
        for (var r : refused) {
            var record = r.record();
            var letter = DeadLetters.of(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    record.value(),
                    LedgerSettings.STAGE,
                    r.code(),
                    r.message());
            record.headers().forEach(letter.headers()::add);
            producer.send(letter);
        }
        producer.commitTransaction();
    }

    private void count(Refused refused) {
        var record = refused.record();
        lastOffsets.merge(partition(refused), record.offset(), Math::max);
        metrics.counter(Metrics.REFUSED, "code", refused.code()).increment();
        LOG.error(
                "refused {}-{}@{}: {} {}",
                record.topic(),
                record.partition(),
                record.offset(),
                refused.code(),
                refused.message());
    }

    private static TopicPartition partition(Refused refused) {
        return new TopicPartition(refused.record().topic(), refused.record().partition());
    }

    private long lastOffset(TopicPartition source) {
        return lastOffsets.computeIfAbsent(source, this::findLastOffset);
    }

    private long findLastOffset(TopicPartition source) {
        long last = -1;
        try (var consumer = clients.consumer(Isolation.READ_COMMITTED)) {
            var tail = new TopicTail(consumer);
            for (var partition : KafkaClients.partitions(consumer, source.topic() + ".dlq")) {
                var found = tail.last(
                        partition,
                        letter -> LedgerSettings.STAGE.equals(header(letter, DeadLetters.STAGE))
                                && Integer.toString(source.partition()).equals(header(letter, DeadLetters.PARTITION)));
                last = Math.max(
                        last,
                        found.map(letter -> Long.parseLong(header(letter, DeadLetters.OFFSET)))
                                .orElse(-1L));
            }
        }
        return last;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSE);
        }
    }
}
