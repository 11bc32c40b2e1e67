package io.millrace.flink.job;

import io.millrace.core.market.QualityRules;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a job holds doubtful about trades, and for how long it lets them be corrected. All jobs of a platform are given
 * the same: they build the same bars.
 *
 * @param corrections for how long after it closed a bar of the smallest interval is restated; 0 for never
 * @param staleAfter silence of an instrument that is told
 * @param futureAfter how far ahead of its instrument's clock a trade may be before it has to be confirmed
 * @param outlierScore modified z-score above which a price is an outlier
 */
public record DataQuality(Duration corrections, Duration staleAfter, Duration futureAfter, int outlierScore)
        implements Serializable {
    /** The defaults of the arguments. */
    public static final DataQuality STANDARD =
            new DataQuality(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofDays(1), 10);

    /** Nothing is restated. */
    public static final DataQuality WITHOUT_CORRECTIONS =
            new DataQuality(Duration.ZERO, STANDARD.staleAfter(), STANDARD.futureAfter(), STANDARD.outlierScore());

    static DataQuality take(Arguments arguments) {
        return new DataQuality(
                arguments.take(
                        "--corrections",
                        "10m",
                        "event time after its end in which a bar is restated; 0s for never",
                        Values::duration),
                arguments.take(
                        "--stale-after", "5m", "silence of an instrument that is told", Values::positiveDuration),
                arguments.take(
                        "--future-after",
                        "1d",
                        "how far ahead of its instrument's clock a trade has to be confirmed by another",
                        Values::positiveDuration),
                arguments.take(
                        "--outlier-score", "10", "robust z-score above which a price is an outlier", Values::positive));
    }

    public QualityRules rules() {
        return new QualityRules(staleAfter.toNanos(), futureAfter.toNanos(), outlierScore);
    }
}
