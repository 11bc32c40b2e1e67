package io.millrace.gateway.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.UndecodableException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the records of one topic to its view.
 *
 * <p>A record that cannot be decoded is counted, logged and left out. It is not sent to dead letters: the stages that
 * act on the topic do that, and this reader would do it again at every start.
 */
record TopicReader(Consumer<byte[]> view, Counter records, Counter undecodable) {
    /** Records taken into the views. */
    static final String RECORDS = "gateway.view.records";
    /** Records left out. */
    static final String UNDECODABLE = "gateway.view.undecodable";

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    static TopicReader of(Feed<?> feed, SchemaRegistry registry, MeterRegistry metrics) {
        var topic = feed.topic().name();
        return new TopicReader(
                feed.decoding(registry),
                Counter.builder(RECORDS)
                        .description("Records taken into the views")
                        .tag("topic", topic)
                        .register(metrics),
                Counter.builder(UNDECODABLE)
                        .description("Records left out because they could not be decoded")
                        .tag("topic", topic)
                        .register(metrics));
    }

    /** A record without a value is a clock or a deletion: neither concerns the views. */
    void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            view.accept(record.value());
            records.increment();
        } catch (UndecodableException e) {
            undecodable.increment();
            LOG.warn("{}-{}@{} left out: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }
}
