package io.millrace.connectors.outbox;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each batch of the engine, and the place it ends at, in one Kafka transaction. */
final class OutboxTransaction implements ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxTransaction.class);

    private final Producer<byte[], byte[]> producer;
    private final OffsetsTopic offsets;
    private final Routing routing;
    private final SequenceWatch sequences;
    private final MeterRegistry metrics;

    /** @param producer its transactions are initialised */
    OutboxTransaction(
            Producer<byte[], byte[]> producer,
            OffsetsTopic offsets,
            Routing routing,
            SequenceWatch sequences,
            MeterRegistry metrics) {
        this.producer = producer;
        this.offsets = offsets;
        this.routing = routing;
        this.sequences = sequences;
        this.metrics = metrics;
    }

    @Override
    public void handleBatch(
            List<ChangeEvent<SourceRecord, SourceRecord>> events,
            RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
            throws InterruptedException {
        if (!events.isEmpty()) {
            var outgoing = outgoing(events);
            outgoing.forEach(out -> watch(out.row()));
            commit(outgoing, events.get(events.size() - 1).value());
            outgoing.forEach(this::count);
            for (var event : events) {
                committer.markProcessed(event);
            }
        }
        committer.markBatchFinished();
        reportMissing();
    }

    private record Outgoing(OutboxRow row, Routing.Routed routed) {}

    private List<Outgoing> outgoing(List<ChangeEvent<SourceRecord, SourceRecord>> events) {
        var outgoing = new ArrayList<Outgoing>(events.size());
        for (var event : events) {
            if (OutboxRow.isIn(event.value())) {
                var row = OutboxRow.of(event.value());
                outgoing.add(new Outgoing(row, routing.route(row)));
            }
        }
        return outgoing;
    }

    /** What fails to be sent fails the commit. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void commit(List<Outgoing> outgoing, SourceRecord last) {
        producer.beginTransaction();
        try {
            for (var out : outgoing) {
                producer.send(out.routed().record());
            }
            producer.send(offsets.record(EngineConfig.NAME, last, sequences.state()));
            producer.commitTransaction();
        } catch (ProducerFencedException e) {
            throw e;
        } catch (KafkaException e) {
            abort(e);
            throw e;
        }
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            cause.addSuppressed(e);
        }
    }

    private void watch(OutboxRow row) {
        if (!sequences.isNew(row.sequence(), System.nanoTime())) {
            metrics.counter(Metrics.REPEATED).increment();
            LOG.error("row {} came a second time", row.sequence());
        }
    }

    private void count(Outgoing out) {
        var row = out.row();
        var refusal = out.routed().refusal();
        if (refusal == null) {
            metrics.counter(Metrics.ROWS, "topic", row.topic()).increment();
            metrics.timer(Metrics.LATENCY).record(Duration.between(row.createdAt(), Instant.now()));
        } else {
            metrics.counter(Metrics.REFUSED, "code", refusal.name()).increment();
            LOG.error("refused row {} for {}: {}", row.sequence(), row.topic(), refusal);
        }
    }

    private void reportMissing() {
        var missing = sequences.missing(System.nanoTime());
        if (!missing.isEmpty()) {
            metrics.counter(Metrics.MISSING).increment(missing.size());
            LOG.warn(
                    "{} rows did not come, {} to {}: their transactions were rolled back, or they were lost",
                    missing.size(),
                    missing.get(0),
                    missing.get(missing.size() - 1));
        }
    }
}
