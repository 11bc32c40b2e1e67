package io.millrace.research.train;

/** A series is too short to train on. */
public final class TooFewBarsException extends Exception {
    private static final long serialVersionUID = 1;

    TooFewBarsException(BarSeries series, int actual, int limit) {
        super("TOO_FEW_BARS actual=%d limit=%d bars of %s, %s"
                .formatted(actual, limit, series.instrument(), series.interval()));
    }
}
