package io.millrace.core.sizing;

/** Names of what is measured for a sizing, and of the parameters that say on how much. */
public final class Measured {
    /** Input: average true range, in units of the quote currency. */
    public static final String ATR = "atr";
    /** Input: standard deviation of logarithmic returns, per year (0.8 is 80 %). */
    public static final String VOLATILITY = "volatility";
    /** Input: part of the round trips that won, 0 to 1. */
    public static final String WIN_RATE = "winRate";
    /** Input: mean gain of the round trips that won / mean loss of those that lost, above 0. */
    public static final String PAYOFF = "payoff";

    /** Parameter: number of bars. */
    public static final String PERIOD = "period";
    /** Parameter: least number of round trips. */
    public static final String TRADES = "trades";

    /** Parameter: bars in a year, which turn a volatility per bar into one per year. */
    public static final String BARS_PER_YEAR = "barsPerYear";

    /** A year of 365 days. */
    public static final double NANOS_PER_YEAR = 365 * 86_400e9;

    private Measured() {}
}
