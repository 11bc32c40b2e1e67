package io.millrace.streams.control;

import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.UndecodableException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a global store. A record that cannot be read is reported and left out: it stays in the compacted topic, where its
 * writer has to correct it. A deletion changes nothing: a version that has held once still holds for a replay.
 */
final class ControlProcessor<V> implements Processor<byte[], byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(ControlProcessor.class);

    private final ControlTopic<V> control;
    private final TopicSerde<V> serde;
    private final ControlWatch watch;
    private ControlVersions<V> versions;

    ControlProcessor(ControlTopic<V> control, TopicSerde<V> serde, ControlWatch watch) {
        this.control = control;
        this.serde = serde;
        this.watch = watch;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        versions = control.versions(context);
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        try {
            var entity = serde.decode(received.value());
            if (entity != null) {
                versions.put(entity);
                watch.loaded(control.name(), versions.size());
            }
        } catch (UndecodableException e) {
            LOG.error(
                    "{}: a record cannot be read and is left out: {} {}",
                    control.topicName(),
                    e.code(),
                    e.getMessage());
            watch.undecodable(control.name());
        }
    }
}
