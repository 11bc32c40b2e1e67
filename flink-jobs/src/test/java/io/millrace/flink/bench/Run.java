package io.millrace.flink.bench;

import io.millrace.flink.bench.Window.Speed;
import io.millrace.flink.job.Job;
import io.millrace.flink.job.JobSettings;
import io.millrace.flink.job.Start;
import io.millrace.flink.kafka.TestRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One run of one job, from the first trade of a topic to its last.
 *
 * @param trades the topic with the trades, by instruments
 */
record Run(Subject subject, Backend backend, Trades trades) {
    static final int PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
    /** Part of the dense trades that nobody measures: the compiler is at work. */
    private static final double WARM_UP = 0.2;

    /** Where state is kept. */
    enum Backend {
        HEAP("hashmap"),
        ROCKSDB("rocksdb");

        private final String option;

        Backend(String option) {
            this.option = option;
        }
    }

    /**
     * A topic full of trades.
     *
     * @param warmUp trades before the dense ones
     * @param dense trades that are measured, but for the first of them
     */
    record Trades(String topic, int instruments, long warmUp, long dense) {}

    /** Runs the job. */
    Speed measure(String bootstrap, Path directory) throws Exception {
        var settings = settings(bootstrap, directory);
        var reporter = InMemoryReporter.createWithRetainedMetrics();
        var configuration = Job.configuration(settings);
        configuration.set(StateBackendOptions.STATE_BACKEND, backend.option);
        reporter.addToConfiguration(configuration);
        var environment = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, configuration);
        subject.wiring().wire(environment, settings, trades.topic, new TestRegistry());
        var job = environment.executeAsync(subject.job());
        try (var arrived = new Arrived(bootstrap, Subject.COPIES)) {
            // What a copier took may still wait in its producer; a job sends little of what it takes.
            LongSupplier through =
                    subject.equals(Subject.PASS_THROUGH) ? arrived::count : () -> taken(reporter, job.getJobID());
            long end = trades.warmUp + trades.dense;
            return Window.between(trades.warmUp + (long) (trades.dense * WARM_UP), end, through);
        } finally {
            job.cancel().get();
            job.getJobExecutionResult().handle((result, canceled) -> null).get();
            environment.close();
        }
    }

    private long taken(InMemoryReporter reporter, JobID job) {
        return reporter.findOperatorMetricGroups(job, subject.operator()).stream()
                .map(OperatorMetricGroup::getIOMetricGroup)
                // null while the operator starts
                .filter(Objects::nonNull)
                .mapToLong(io -> io.getNumRecordsInCounter().getCount())
                .sum();
    }

    private JobSettings settings(String bootstrap, Path directory) {
        return new JobSettings(
                subject.job(),
                bootstrap,
                "in memory",
                subject.job() + "-" + UUID.randomUUID(),
                PARALLELISM,
                Start.EARLIEST,
                Duration.ofSeconds(1),
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1)),
                CHECKPOINT_INTERVAL,
                directory.resolve("checkpoints").toUri().toString(),
                Duration.ofMinutes(10));
    }
}
