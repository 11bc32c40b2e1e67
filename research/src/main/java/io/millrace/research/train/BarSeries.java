package io.millrace.research.train;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import java.time.Duration;

/**
 * Which bars a model is trained on.
 *
 * @param fromNanos open time of the first bar, inclusive
 * @param toNanos open time before which the bars end
 */
public record BarSeries(InstrumentId instrument, Duration interval, long fromNanos, long toNanos) {
    boolean contains(Bar bar) {
        return bar.instrument().equals(instrument)
                && bar.intervalNanos() == interval.toNanos()
                && bar.openTimeNanos() >= fromNanos
                && bar.openTimeNanos() < toNanos;
    }
}
