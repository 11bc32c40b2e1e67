package io.millrace.core.backtest;

import io.millrace.core.execution.PaperModels;
import io.millrace.core.market.QualityRules;
import java.util.List;

/**
 * What the platform that a backtest repeats was set to: the arguments of its signals job and of its paper venue.
 *
 * @param intervalsNanos lengths of the bars, each a multiple of the smallest
 * @param latenessNanos how far behind its instrument's clock a trade may be
 * @param correctionsNanos for how long after it closed a bar is restated
 * @param rules what is doubtful about a trade
 * @param models of the paper venue
 */
public record Platform(
        List<Long> intervalsNanos, long latenessNanos, long correctionsNanos, QualityRules rules, PaperModels models) {
    public Platform {
        intervalsNanos = List.copyOf(intervalsNanos);
    }
}
