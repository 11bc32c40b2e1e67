package io.millrace.streams.runtime;

import io.millrace.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many partitions the topics have on this broker. */
public final class PartitionCounts {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionCounts.class);
    private static final long PAUSE_MILLIS = 250;

    private final Map<String, Integer> counts;

    private PartitionCounts(Map<String, Integer> counts) {
        this.counts = counts;
    }

    /**
     * Asks the broker, and waits for a broker or for topics that are not there yet.
     *
     * @throws IllegalStateException if they are still not there after {@code patience}
     */
    public static PartitionCounts of(String bootstrap, List<Topic<?>> topics, Duration patience)
            throws InterruptedException {
        var names = topics.stream().map(Topic::name).toList();
        long deadline = System.nanoTime() + patience.toNanos();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            while (true) {
                try {
                    Map<String, Integer> counts = new HashMap<>();
                    admin.describeTopics(names)
                            .allTopicNames()
                            .get()
                            .forEach((name, description) ->
                                    counts.put(name, description.partitions().size()));
                    return new PartitionCounts(counts);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                        throw new IllegalStateException(
                                "cannot read topics from " + bootstrap + ": " + e.getCause(), e);
                    }
                    LOG.info(
                            "waiting for topics on {}: {}",
                            bootstrap,
                            e.getCause().getMessage());
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        }
    }

    /** Partitions of one topic. */
    public int of(Topic<?> topic) {
        return counts.get(topic.name());
    }

    /**
     * Topics that are read side by side have the same number, which is returned.
     *
     * @throws IllegalStateException if they have not
     */
    public int ofAll(Topic<?>... topics) {
        int first = of(topics[0]);
        for (var topic : topics) {
            if (of(topic) != first) {
                throw new IllegalStateException("%s and %s are read side by side, but have %d and %d partitions"
                        .formatted(topics[0], topic, first, of(topic)));
            }
        }
        return first;
    }
}
