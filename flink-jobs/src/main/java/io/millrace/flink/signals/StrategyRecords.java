package io.millrace.flink.signals;

import io.millrace.core.strategy.StrategyBook;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.time.Duration;
import java.util.List;

/** Enters the records of control.strategies into the book, or says why one cannot be followed. */
final class StrategyRecords {
    /** A version was deleted: what a replay needs must stay. */
    static final String VERSION_DELETED = "VERSION_DELETED";
    /** The record's key is not the strategy and version in it. */
    static final String KEY_MISMATCH = "KEY_MISMATCH";
    /** The job builds no bars of the strategy's interval. */
    static final String INTERVAL_NOT_BUILT = "INTERVAL_NOT_BUILT";
    /** Kind or parameters cannot be. */
    static final String INVALID_STRATEGY = "INVALID_STRATEGY";

    private final StrategyBook book;
    private final TopicSerde<StrategySpec> specs;
    private final List<Duration> intervals;

    StrategyRecords(StrategyBook book, SchemaRegistry registry, List<Duration> intervals) {
        this.book = book;
        this.specs = new TopicSerde<>(Topics.STRATEGIES, registry);
        this.intervals = intervals;
    }

    void enter(KafkaRecord record) throws RefusedException {
        if (record.value == null) {
            throw new RefusedException(
                    VERSION_DELETED,
                    record.keyText() + " was deleted; put a later version that is not enabled instead");
        }
        var spec = decode(record);
        var key = Topics.STRATEGIES.key().apply(spec);
        if (!key.equals(record.keyText())) {
            throw new RefusedException(KEY_MISMATCH, "the key must be " + key + ", was '" + record.keyText() + "'");
        }
        var interval = Duration.ofNanos(spec.intervalNanos());
        if (!intervals.contains(interval)) {
            throw new RefusedException(
                    INTERVAL_NOT_BUILT, key + ": interval must be one of " + intervals + ", was " + interval);
        }
        try {
            book.put(spec);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(INVALID_STRATEGY, e.getMessage());
        }
    }

    private StrategySpec decode(KafkaRecord record) throws RefusedException {
        try {
            return specs.decode(record.value);
        } catch (UndecodableException e) {
            throw new RefusedException(e.code().name(), e.getMessage());
        }
    }
}
