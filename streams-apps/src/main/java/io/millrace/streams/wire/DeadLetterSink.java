package io.millrace.streams.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.DeadLetters;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stage's way to {@code <topic>.dlq}: a sink of its topology, so a dead letter belongs to the step's transaction. */
public final class DeadLetterSink {
    /** Counter, records a stage could not use; tags stage, code. */
    public static final String DEAD_LETTERS = "dead.letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterSink.class);

    private final String stage;
    private final MeterRegistry meters;

    public DeadLetterSink(String stage, MeterRegistry meters) {
        this.stage = stage;
        this.meters = meters;
    }

    /** Adds the sink. */
    public void addTo(Topology topology, String... parents) {
        topology.addSink(
                name(),
                (key, value, context) -> new String(
                                context.headers().lastHeader(DeadLetters.TOPIC).value(), UTF_8) + ".dlq",
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                parents);
    }

    /** Sends a received record as it was. */
    public void send(
            ProcessorContext<Object, Object> context,
            RecordMetadata source,
            Record<byte[], byte[]> received,
            String code,
            String message) {
        send(
                context,
                DeadLetters.of(
                        source.topic(),
                        source.partition(),
                        source.offset(),
                        received.key(),
                        received.value(),
                        stage,
                        code,
                        message));
    }

    /** Sends a letter. */
    public void send(ProcessorContext<Object, Object> context, ProducerRecord<byte[], byte[]> letter) {
        var code = new String(letter.headers().lastHeader(DeadLetters.CODE).value(), UTF_8);
        LOG.warn(
                "{}: dead letter to {}: {} {}",
                stage,
                letter.topic(),
                code,
                new String(letter.headers().lastHeader(DeadLetters.MESSAGE).value(), UTF_8));
        meters.counter(DEAD_LETTERS, "stage", stage, "code", code).increment();
        context.forward(
                new Record<Object, Object>(
                        letter.key(), letter.value(), context.currentSystemTimeMs(), letter.headers()),
                name());
    }

    private String name() {
        return stage + "-dead-letters";
    }
}
