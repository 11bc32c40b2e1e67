package io.millrace.flink.control;

import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.UndecodableException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Enters the records of a control topic into a book, or says why one cannot be followed.
 *
 * @param <V> a version of what people decided, for bars of one interval
 */
public final class ControlRecords<V> {
    /** A version was deleted: what a replay needs must stay. */
    static final String VERSION_DELETED = "VERSION_DELETED";
    /** The record's key is not the entity and version in it. */
    static final String KEY_MISMATCH = "KEY_MISMATCH";
    /** The job builds no bars of its interval. */
    static final String INTERVAL_NOT_BUILT = "INTERVAL_NOT_BUILT";

    private final Topic<V> topic;
    private final TopicSerde<V> versions;
    private final List<Duration> intervals;
    private final ToLongFunction<V> intervalNanos;
    private final String invalid;
    private final Consumer<V> book;

    /**
     * @param intervals of the bars that come
     * @param intervalNanos of the bars that a version is for
     * @param invalid code of a version that the book refuses
     * @param book refuses with an {@link IllegalArgumentException} what cannot be run
     */
    public ControlRecords(
            Topic<V> topic,
            SchemaRegistry registry,
            List<Duration> intervals,
            ToLongFunction<V> intervalNanos,
            String invalid,
            Consumer<V> book) {
        this.topic = topic;
        this.versions = new TopicSerde<>(topic, registry);
        this.intervals = intervals;
        this.intervalNanos = intervalNanos;
        this.invalid = invalid;
        this.book = book;
    }

    String topic() {
        return topic.name();
    }

    void enter(KafkaRecord record) throws RefusedException {
        if (record.value == null) {
            throw new RefusedException(
                    VERSION_DELETED,
                    record.keyText() + " was deleted; put a later version that is not enabled instead");
        }
        var version = decode(record);
        var key = topic.key().apply(version);
        if (!key.equals(record.keyText())) {
            throw new RefusedException(KEY_MISMATCH, "the key must be " + key + ", was '" + record.keyText() + "'");
        }
        var interval = Duration.ofNanos(intervalNanos.applyAsLong(version));
        if (!intervals.contains(interval)) {
            throw new RefusedException(
                    INTERVAL_NOT_BUILT, key + ": interval must be one of " + intervals + ", was " + interval);
        }
        try {
            book.accept(version);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(invalid, e.getMessage());
        }
    }

    private V decode(KafkaRecord record) throws RefusedException {
        try {
            return versions.decode(record.value);
        } catch (UndecodableException e) {
            throw new RefusedException(e.code().name(), e.getMessage());
        }
    }
}
