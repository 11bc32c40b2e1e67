package io.millrace.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic on counts of 1e-8. */
final class FixedPoint {
    static final int SCALE = 8;
    static final long ONE = 100_000_000L;
    private static final int MAX_DIGITS_BEFORE_POINT = 11;

    private FixedPoint() {}

    /** The count that a decimal text stands for; refuses what 1e-8 cannot hold exactly. */
    static long parse(String decimal) {
        try {
            return unitsOf(new BigDecimal(decimal.trim()));
        } catch (NumberFormatException e) {
            throw new NumberFormatException("not a decimal number: '" + decimal + "'");
        } catch (ArithmeticException e) {
            throw new ArithmeticException("does not fit a count of 1e-8: '" + decimal + "'");
        }
    }

    private static long unitsOf(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        long digitsBeforePoint = (long) value.precision() - value.scale();
        if (digitsBeforePoint > MAX_DIGITS_BEFORE_POINT || digitsBeforePoint <= -SCALE) {
            // Before setScale, which would write out the zeros of 1e999999999.
            throw new ArithmeticException();
        }
        return value.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** Plain decimal text without trailing zeros. */
    static String format(long units) {
        var decimal = BigDecimal.valueOf(units, SCALE).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0).toPlainString() : decimal.toPlainString();
    }

    /** {@code a × b / divisor}, rounded half-even, through 128 bits. */
    static long multiplyDivide(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return divideHalfEven(low, divisor);
        }
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    static long divideHalfEven(long dividend, long divisor) {
        if (divisor == Long.MIN_VALUE || dividend == Long.MIN_VALUE) {
            return BigDecimal.valueOf(dividend)
                    .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        long quotient = dividend / divisor;
        long remainder = Math.abs(dividend % divisor);
        long half = Math.abs(divisor) - remainder;
        boolean away = remainder > half || (remainder == half && (quotient & 1) != 0);
        return away ? quotient + ((dividend < 0) == (divisor < 0) ? 1 : -1) : quotient;
    }
}
