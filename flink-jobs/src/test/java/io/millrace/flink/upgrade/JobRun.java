package io.millrace.flink.upgrade;

import io.millrace.flink.job.Job;
import io.millrace.flink.job.TestJobs;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One run of a job on a small cluster within the test, as in production but for its sources and sinks. */
final class JobRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final String id;
    private final Release release;
    private final String job;
    private final int parallelism;
    private final Function<JobParts, DataStream<KafkaRecord>> wiring;
    private final Configuration configuration;

    JobRun(Release release, String job, int parallelism, Function<JobParts, DataStream<KafkaRecord>> wiring) {
        this.id = job + "-" + RUNS.incrementAndGet() + "-";
        this.release = release;
        this.job = job;
        this.parallelism = parallelism;
        this.wiring = wiring;
        this.configuration = Job.configuration(TestJobs.settings(job, parallelism));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
    }

    JobRun on(String stateBackend) {
        configuration.set(StateBackendOptions.STATE_BACKEND, stateBackend);
        return this;
    }

    JobRun from(Path savepoint) {
        configuration.set(
                StateRecoveryOptions.SAVEPOINT_PATH,
                savepoint.toAbsolutePath().toUri().toString());
        return this;
    }

    /** State that no operator claims is dropped instead of refused. */
    JobRun ignoringUnclaimedState() {
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        return this;
    }

    /** All that is sent when the inputs have been read to their end. */
    @SuppressWarnings("try") // what Flink closes may throw any exception
    List<KafkaRecord> toEnd(Map<String, List<KafkaRecord>> inputs, List<KafkaRecord> strategies) throws Exception {
        var feeds = new TreeMap<String, Feed>();
        inputs.forEach((name, records) -> {
            if (!records.isEmpty()) {
                feeds.put(name, new Feed(id + name, records.get(0).offset, records, Long.MAX_VALUE));
            }
        });
        try (var environment = environment(feeds, strategies)) {
            var client = environment.executeAsync(id);
            client.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return MemorySink.take(id);
    }

    /** All that is sent until so many records of each input have been taken, the job stopped there with a savepoint. */
    @SuppressWarnings("try") // what Flink closes may throw any exception
    List<KafkaRecord> stop(
            Map<String, List<KafkaRecord>> inputs,
            Map<String, Integer> behind,
            List<KafkaRecord> strategies,
            Path savepoint)
            throws Exception {
        var feeds = new TreeMap<String, Feed>();
        inputs.forEach((name, records) -> feeds.put(name, new Feed(id + name, 0, records, behind.get(name))));
        try (var environment = environment(feeds, strategies)) {
            var client = environment.executeAsync(id);
            for (var feed : feeds.values()) {
                feed.awaitPause(PATIENCE);
            }
            var temporary = Files.createTempDirectory(id);
            var made = client.stopWithSavepoint(false, temporary.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            move(Path.of(URI.create(made)), savepoint);
        }
        return MemorySink.take(id);
    }

    /** The job without a run. */
    static StreamExecutionEnvironment graph(
            Release release, String job, Function<JobParts, DataStream<KafkaRecord>> wiring) {
        return new JobRun(release, job, 1, wiring).environment(Map.of(), List.of());
    }

    private StreamExecutionEnvironment environment(Map<String, Feed> feeds, List<KafkaRecord> strategies) {
        var environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        wire(environment, feeds, strategies)
                .sinkTo(new MemorySink(id))
                .uid("memory")
                .name("memory")
                .setParallelism(1);
        return environment;
    }

    private DataStream<KafkaRecord> wire(
            StreamExecutionEnvironment environment, Map<String, Feed> feeds, List<KafkaRecord> strategies) {
        return wiring.apply(new JobParts(
                release,
                environment,
                release.settings(TestJobs.settings(job, parallelism)),
                new ReleaseRegistry(release.number()),
                new TestBroker(strategies),
                feeds));
    }

    /** Gives an operator another uid. */
    static DataStream<KafkaRecord> renamed(DataStream<KafkaRecord> stream, String uid) {
        stream.getTransformation().getTransitivePredecessors().stream()
                .filter(transformation -> uid.equals(transformation.getUid()))
                .forEach(transformation -> rename(transformation, uid));
        return stream;
    }

    private static void rename(Transformation<?> transformation, String uid) {
        transformation.setUid(uid + "-renamed");
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
    }
}
