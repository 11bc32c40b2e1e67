package io.millrace.core.risk;

/** How much risk an account may take. The first three choose their limits; the others allow less than any limit. */
public enum TradingMode {
    AGGRESSIVE,
    NORMAL,
    DEFENSIVE,
    /** Only orders that bring a position nearer to zero. */
    REDUCING,
    /** No orders; cancels pass. */
    HALTED
}
