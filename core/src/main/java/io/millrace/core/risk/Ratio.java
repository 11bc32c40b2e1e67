package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/** Ratios in basis points (1/10,000), compared without dividing. */
final class Ratio {
    private static final long WHOLE = 10_000;

    private Ratio() {}

    /** part / whole ≤ limit; the whole is above zero. */
    static boolean isAtMost(WideMoney part, long whole, long limitBps) {
        return part.times(WHOLE).compareTo(WideMoney.of(whole).times(limitBps)) <= 0;
    }
}
