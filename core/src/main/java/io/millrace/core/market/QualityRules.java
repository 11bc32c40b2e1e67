package io.millrace.core.market;

/**
 * The bounds beyond which market data is doubtful.
 *
 * @param staleAfterNanos silence of an instrument after which its next trade is flagged {@link QualityFlag#STALE}
 * @param futureAfterNanos how far ahead of the instrument's clock a trade may be before it is held back
 * @param outlierScore modified z-score above which a price is an outlier
 */
public record QualityRules(long staleAfterNanos, long futureAfterNanos, double outlierScore) {
    private static final long MINUTE = 60_000_000_000L;

    /** Five minutes of silence, a day ahead, a score of ten. */
    public static final QualityRules STANDARD = new QualityRules(5 * MINUTE, 24 * 60 * MINUTE, 10);

    public QualityRules {
        if (staleAfterNanos <= 0 || futureAfterNanos <= 0 || !(outlierScore > 0)) {
            throw new IllegalArgumentException("quality bounds must be > 0, were " + staleAfterNanos + " ns, "
                    + futureAfterNanos + " ns and " + outlierScore);
        }
    }
}
