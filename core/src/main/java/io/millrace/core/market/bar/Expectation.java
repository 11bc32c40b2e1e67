package io.millrace.core.market.bar;

/**
 * How long an information-driven bar is expected to be.
 *
 * <p>Left alone the thresholds of such bars run away: a long bar makes the next one expected to be longer still, and a
 * balanced market makes a threshold near zero that every trade exceeds. So a bar holds at least {@code minTrades} and at
 * most {@code maxTrades}, and with it the expected length is between them too.
 *
 * @param firstTrades length of the first bar, of which the first expectations are taken
 * @param span of the moving means, in bars: the weight of the latest bar is 2 / (span + 1)
 */
record Expectation(long firstTrades, long span, long minTrades, long maxTrades) {
    Expectation {
        if (minTrades > firstTrades || firstTrades > maxTrades) {
            throw new IllegalArgumentException("trades must be between min and max, was " + firstTrades + " with "
                    + minTrades + " and " + maxTrades);
        }
    }

    /** A sum that equals the expectation closes its bar, however the expectation was rounded. */
    private static final double ROUNDING = 1 - 1e-9;

    /** Weight of the latest bar in a mean over bars. */
    double barWeight() {
        return 2.0 / (span + 1.0);
    }

    /** Weight of the latest trade in a mean over the trades of as many bars of the first length. */
    double tradeWeight() {
        return 2.0 / ((double) span * firstTrades + 1.0);
    }

    /** Whether a bar of so many trades closes. */
    boolean closes(EventBarState.Flow flow, long trades, long actual) {
        if (flow.expectedTrades == 0) {
            return trades >= firstTrades;
        }
        return trades >= maxTrades || (trades >= minTrades && actual >= flow.threshold * ROUNDING);
    }

    double nextLength(EventBarState.Flow flow, long trades) {
        return flow.expectedTrades == 0 ? trades : flow.expectedTrades + barWeight() * (trades - flow.expectedTrades);
    }
}
