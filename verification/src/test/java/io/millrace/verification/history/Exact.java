package io.millrace.verification.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The checkers' own arithmetic on counts of 1e-8: without bounds, half-even where it rounds. */
final class Exact {
    private static final BigDecimal ONE = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal WHOLE_BPS = BigDecimal.valueOf(10_000);

    private Exact() {}

    static BigInteger of(long units) {
        return BigInteger.valueOf(units);
    }

    /** Price × quantity, as a count of 1e-8. */
    static BigInteger notional(BigInteger price, BigInteger quantity) {
        return new BigDecimal(price.multiply(quantity))
                .divide(ONE, 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    /** amount × part / whole. */
    static BigInteger proportion(BigInteger amount, BigInteger part, BigInteger whole) {
        return new BigDecimal(amount.multiply(part))
                .divide(new BigDecimal(whole), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    static BigInteger bps(BigInteger amount, long bps) {
        return new BigDecimal(amount.multiply(BigInteger.valueOf(bps)))
                .divide(WHOLE_BPS, 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact();
    }

    /** Whether part / whole in 1/10,000 is above a limit; whole is above zero. */
    static boolean isAboveBps(BigInteger part, BigInteger whole, long limitBps) {
        return part.multiply(BigInteger.valueOf(10_000)).compareTo(whole.multiply(BigInteger.valueOf(limitBps))) > 0;
    }

    static String text(BigInteger units) {
        return new BigDecimal(units, 8).stripTrailingZeros().toPlainString();
    }
}
