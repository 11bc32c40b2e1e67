package io.millrace.flink.upgrade;

import io.millrace.flink.kafka.KafkaRecord;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps what a run sends; it has no state of its own that a savepoint would have to fit.
 *
 * @param run which one
 */
record MemorySink(String run) implements Sink<KafkaRecord> {
    private static final Map<String, Queue<KafkaRecord>> SENT = new ConcurrentHashMap<>();

    /** What the run sent; it is forgotten here. */
    static List<KafkaRecord> take(String run) {
        var sent = SENT.remove(run);
        return sent == null ? List.of() : List.copyOf(sent);
    }

    @Override
    public SinkWriter<KafkaRecord> createWriter(WriterInitContext context) {
        var sent = SENT.computeIfAbsent(run, any -> new ConcurrentLinkedQueue<>());
        return new SinkWriter<>() {
            @Override
            public void write(KafkaRecord record, Context context) {
                sent.add(record);
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // What was sent stays until it is taken.
            }
        };
    }
}
