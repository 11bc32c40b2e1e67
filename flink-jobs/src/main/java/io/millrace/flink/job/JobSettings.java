package io.millrace.flink.job;

import io.millrace.core.indicator.catalogue.Indicators;
import java.time.Duration;
import java.util.List;

/**
 * The arguments of a job.
 *
 * @param kafka bootstrap servers
 * @param registry base URL of the schema registry's Confluent API
 * @param group consumer group; also what the transactions of this job are named by, so no two running jobs share it
 * @param start where a job without a checkpoint starts to read trades
 * @param lateness how long a bar waits for late trades, in event time
 * @param intervals of the bars, ascending, each a multiple of the first
 * @param checkpointInterval wall time between two checkpoints: exactly-once output is visible after it
 * @param checkpointDirectory where checkpoints go, empty for the cluster's own setting
 * @param transactionTimeout after which the broker aborts what a lost job left open; longer than a checkpoint and a
 *     restart together, at most the broker's {@code transaction.max.timeout.ms}
 * @param moreBars beside those of the intervals
 * @param indicators names of those that are computed of every bar, where a job computes any
 * @param quality what is doubtful about trades
 */
public record JobSettings(
        String job,
        String kafka,
        String registry,
        String group,
        int parallelism,
        Start start,
        Duration lateness,
        List<Duration> intervals,
        Duration checkpointInterval,
        String checkpointDirectory,
        Duration transactionTimeout,
        MoreBars moreBars,
        List<String> indicators,
        DataQuality quality) {

    /** Of a job without more bars than those of the intervals. */
    public JobSettings(
            String job,
            String kafka,
            String registry,
            String group,
            int parallelism,
            Start start,
            Duration lateness,
            List<Duration> intervals,
            Duration checkpointInterval,
            String checkpointDirectory,
            Duration transactionTimeout) {
        this(
                job,
                kafka,
                registry,
                group,
                parallelism,
                start,
                lateness,
                intervals,
                checkpointInterval,
                checkpointDirectory,
                transactionTimeout,
                MoreBars.NONE,
                Indicators.STANDARD,
                DataQuality.STANDARD);
    }

    /** The same with more bars and other bounds of what is doubtful about trades. */
    public JobSettings with(MoreBars bars, DataQuality bounds) {
        return new JobSettings(
                job,
                kafka,
                registry,
                group,
                parallelism,
                start,
                lateness,
                intervals,
                checkpointInterval,
                checkpointDirectory,
                transactionTimeout,
                bars,
                indicators,
                bounds);
    }

    /**
     * Takes the arguments of a job.
     *
     * @param bars which of them it can use
     * @throws IllegalArgumentException with every error, not the first alone
     */
    static JobSettings take(String job, Bars bars, Arguments arguments) {
        var kafka = arguments.take("--kafka", null, "Kafka's bootstrap servers", Values::text);
        var registry =
                arguments.take("--registry", null, "base URL of the schema registry's Confluent API", Values::text);
        var group = arguments.take(
                "--group", "millrace-" + job, "consumer group, also names the job's transactions", Values::text);
        var parallelism = arguments.take("--parallelism", "1", "subtasks of each operator", Values::positive);
        var start = arguments.take(
                "--start",
                "earliest",
                "where to read trades from without a checkpoint: earliest or committed",
                text -> Values.oneOf(Start.class, text));
        var lateness = arguments.take("--lateness", "1s", "event time a bar waits for late trades", Values::duration);
        var intervals = arguments.take(
                "--intervals", "1m,5m,15m,1h", "intervals of the bars, multiples of the smallest", Values::intervals);
        var checkpointInterval = arguments.take(
                "--checkpoint-interval", "1s", "wall time between checkpoints", Values::positiveDuration);
        var checkpointDirectory = arguments.take(
                "--checkpoint-dir", "", "URI of the checkpoints, else the cluster's setting", Values::text);
        var transactionTimeout = arguments.take(
                "--transaction-timeout",
                "10m",
                "after which the broker aborts what a lost job left open",
                Values::positiveDuration);
        var moreBars = bars == Bars.OF_ANY_TYPE ? MoreBars.take(arguments, intervals) : MoreBars.NONE;
        var indicators = bars == Bars.OF_ANY_TYPE
                ? arguments.take(
                        "--indicators",
                        String.join(",", Indicators.STANDARD),
                        "indicators of every bar, see docs/indicators.md",
                        Values::indicators)
                : List.<String>of();
        var quality = DataQuality.take(arguments);
        arguments.verify();
        return new JobSettings(
                job,
                kafka,
                registry,
                group,
                parallelism,
                start,
                lateness,
                intervals,
                checkpointInterval,
                checkpointDirectory,
                transactionTimeout,
                moreBars,
                indicators,
                quality);
    }
}
