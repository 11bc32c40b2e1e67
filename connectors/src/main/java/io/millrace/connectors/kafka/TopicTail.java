package io.millrace.connectors.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Finds the last record of a partition that matches, reading backwards from the end in growing steps. */
public final class TopicTail {
    private static final long FIRST_STEP = 500;
    private static final long LARGEST_STEP = 100_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;

    public TopicTail(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    public Optional<ConsumerRecord<byte[], byte[]>> last(
            TopicPartition partition, Predicate<ConsumerRecord<byte[], byte[]>> matches) {
        consumer.assign(List.of(partition));
        long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
        long to = consumer.endOffsets(List.of(partition)).get(partition);
        for (long step = FIRST_STEP; to > begin; step = Math.min(step * 4, LARGEST_STEP)) {
            long from = Math.max(begin, to - step);
            var found = lastWithin(partition, from, to, matches);
            if (found.isPresent()) {
                return found;
            }
            to = from;
        }
        return Optional.empty();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> lastWithin(
            TopicPartition partition, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> matches) {
        consumer.seek(partition, from);
        ConsumerRecord<byte[], byte[]> found = null;
        long silentSince = System.nanoTime();
        while (consumer.position(partition) < to) {
            long before = consumer.position(partition);
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < to && matches.test(record)) {
                    found = record;
                }
            }
            if (consumer.position(partition) != before) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > SILENCE.toNanos()) {
                throw new TimeoutException("no records of " + partition + " from offset " + before + " within "
                        + SILENCE.toSeconds() + " s");
            }
        }
        return Optional.ofNullable(found);
    }
}
