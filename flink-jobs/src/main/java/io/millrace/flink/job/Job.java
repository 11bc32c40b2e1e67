package io.millrace.flink.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What all jobs have in common: how they are started, and how Flink runs them. */
public final class Job {
    /**
     * How long a record may wait for company on its way to the next operator in a job whose output nobody sees before the
     * next checkpoint: waking the receiver costs more than the record.
     */
    public static final long BUFFER_MILLIS_BEHIND_CHECKPOINTS = 10;

    /** Puts source, functions and sink together. */
    @FunctionalInterface
    public interface Wiring {
        void wire(StreamExecutionEnvironment environment, JobSettings settings);
    }

    /** Takes the arguments that only one job has. */
    @FunctionalInterface
    public interface Options<O> {
        O take(Arguments arguments);
    }

    /** Puts source, functions and sink together, as the arguments say that only this job has. */
    @FunctionalInterface
    public interface WiringWithOptions<O> {
        void wire(StreamExecutionEnvironment environment, JobSettings settings, O options);
    }

    private Job() {}

    /**
     * Runs a job, or prints its arguments if {@code --help} is among them.
     *
     * @param bars which of them it can use
     * @throws IllegalArgumentException with every error in the arguments
     */
    public static void run(String job, String summary, String[] args, Bars bars, Wiring wiring) throws Exception {
        run(job, summary, args, bars, none -> job, (environment, settings, none) -> wiring.wire(environment, settings));
    }

    /**
     * Runs a job that has arguments of its own.
     *
     * @param bars which of them it can use
     * @throws IllegalArgumentException with every error in the arguments
     */
    public static <O> void run(
            String job, String summary, String[] args, Bars bars, Options<O> options, WiringWithOptions<O> wiring)
            throws Exception {
        var arguments = new Arguments(args);
        if (arguments.helpWanted()) {
            System.out.println(help(job, summary, bars, options));
            return;
        }
        var own = options.take(arguments);
        var settings = JobSettings.take(job, bars, arguments);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
        wiring.wire(environment, settings, own);
        environment.execute(job);
    }

    static String help(String job, String summary, Bars bars, Options<?> options) {
        var arguments = new Arguments("--kafka", "?", "--registry", "?");
        options.take(arguments);
        JobSettings.take(job, bars, arguments);
        return """
                %s: %s

                Arguments:
                %s

                Example:
                  --kafka 127.0.0.1:9092 --registry http://127.0.0.1:8082/apis/ccompat/v7 --intervals 1m,5m
                """
                .formatted(job, summary, arguments.help());
    }

    /** How Flink runs a job. */
    public static Configuration configuration(JobSettings settings) {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.NAME, settings.job());
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        // A type that Flink does not know would fall to Kryo, whose format no later version can be relied on to read.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        // A generated uid changes with the graph and would orphan the state of a running job.
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        // Nothing here changes a record after it was sent on, so it need not be copied between chained operators.
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // Event time is decided by clocks in the data; watermarks decide nothing.
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(1));
        checkpoints(configuration, settings);
        restarts(configuration);
        return configuration;
    }

    private static void checkpoints(Configuration configuration, JobSettings settings) {
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(1));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10);
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (!settings.checkpointDirectory().isEmpty()) {
            configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.checkpointDirectory());
        }
    }

    /** Tries again for ever: a broker or a TaskManager that is away comes back. */
    private static void restarts(Configuration configuration) {
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(10));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 1.5);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(1));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_JITTER_FACTOR, 0.0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    }
}
