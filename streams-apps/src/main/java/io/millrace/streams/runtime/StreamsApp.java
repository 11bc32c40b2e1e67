package io.millrace.streams.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.millrace.streams.wire.PacedClients;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One topology, running. */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    /** Shorter than the 20 s that a supervisor allows before it kills. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(15);

    /** Leaving the group hands the tasks to other instances at once; one that only goes keeps them for its session. */
    private static final CloseOptions DRAIN = CloseOptions.groupMembershipOperation(
                    CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE_TIMEOUT);

    private final String name;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;

    private StreamsApp(String name, KafkaStreams streams, KafkaStreamsMetrics metrics) {
        this.name = name;
        this.streams = streams;
        this.metrics = metrics;
    }

    /**
     * Starts a topology of the loop.
     *
     * @param name of the app: group id, prefix of its changelogs and of its transactional ids
     * @param onFailure is called once if the app gave up
     */
    public static StreamsApp start(
            String name, Topology topology, StreamsSettings settings, MeterRegistry meters, Runnable onFailure) {
        return start(name, topology, StreamsConfigs.of(settings, name), meters, onFailure);
    }

    /** Starts a topology that follows the loop: nobody waits for it in event time. */
    public static StreamsApp startFollower(
            String name, Topology topology, StreamsSettings settings, MeterRegistry meters, Runnable onFailure) {
        return start(name, topology, StreamsConfigs.ofFollower(settings, name), meters, onFailure);
    }

    private static StreamsApp start(
            String name, Topology topology, Properties config, MeterRegistry meters, Runnable onFailure) {
        var streams = new KafkaStreams(topology, config, new PacedClients());
        streams.setUncaughtExceptionHandler(new ThreadReplacement(name));
        streams.setStateListener((now, before) -> {
            LOG.info("{}: {}", name, now);
            if (now == KafkaStreams.State.ERROR) {
                onFailure.run();
            }
        });
        var metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.start();
        return new StreamsApp(name, streams, metrics);
    }

    public String name() {
        return name;
    }

    /** {@code RUNNING} when it processes. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Takes no more records, commits what was taken, and leaves the group. */
    @Override
    public void close() {
        metrics.close();
        long begun = System.nanoTime();
        if (streams.close(DRAIN)) {
            LOG.info(
                    "{}: drained in {} ms",
                    name,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } else {
            LOG.warn("{}: did not close within {}", name, CLOSE_TIMEOUT);
        }
    }
}
