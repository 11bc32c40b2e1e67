package io.millrace.gateway.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.SchemaRegistry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics from their beginning and goes on reading, on a thread of its own. If Kafka or the schema registry fails,
 * it starts again from the beginning after a pause.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 2_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final SchemaRegistry registry;
    private final List<Feed<?>> feeds;
    private final MeterRegistry metrics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "topic-follower");
    private volatile boolean loaded;

    /** Reads with a new consumer at every start. */
    TopicFollower(
            Supplier<Consumer<byte[], byte[]>> consumers,
            SchemaRegistry registry,
            List<Feed<?>> feeds,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.registry = registry;
        this.feeds = List.copyOf(feeds);
        this.metrics = metrics;
    }

    /** Reads from Kafka at these addresses. */
    public static TopicFollower of(
            String bootstrap, SchemaRegistry registry, List<Feed<?>> feeds, MeterRegistry metrics) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "millrace-gateway",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                4 << 20,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                512 << 10);
        return new TopicFollower(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                registry,
                feeds,
                metrics);
    }

    public void start() {
        thread.start();
    }

    /** Whether all that was in the topics when reading began is in the views. */
    public boolean isLoaded() {
        return loaded;
    }

    private void run() {
        var failure = "";
        while (stop.getCount() > 0) {
            try (var consumer = consumers.get()) {
                follow(consumer);
            } catch (InterruptException e) {
                return; // close() asked for it
            } catch (KafkaException | UncheckedIOException e) {
                loaded = false;
                if (!e.toString().equals(failure)) {
                    LOG.warn("the topics cannot be read, trying again: {}", e.getMessage());
                }
                failure = e.toString();
            } catch (RuntimeException e) {
                loaded = false;
                LOG.error("the topics cannot be read, trying again", e);
            }
            if (!pause()) {
                return;
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var readers = readers();
        while (stop.getCount() > 0) {
            consumer.poll(POLL).forEach(record -> readers.get(record.topic()).read(record));
            if (!loaded
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                LOG.info("views loaded from {} partitions", partitions.size());
                loaded = true;
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var feed : feeds) {
            var name = feed.topic().name();
            var found = consumer.partitionsFor(name);
            if (found == null || found.isEmpty()) {
                throw new KafkaException("topic " + name + " does not exist yet");
            }
            found.forEach(partition -> partitions.add(new TopicPartition(name, partition.partition())));
        }
        return partitions;
    }

    private Map<String, TopicReader> readers() {
        var readers = new TreeMap<String, TopicReader>();
        feeds.forEach(feed -> readers.put(feed.topic().name(), TopicReader.of(feed, registry, metrics)));
        return readers;
    }

    /** Whether to go on. */
    private boolean pause() {
        try {
            return !stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
