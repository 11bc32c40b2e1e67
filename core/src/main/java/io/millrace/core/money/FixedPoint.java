package io.millrace.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic on counts of 1e-8. */
final class FixedPoint {
    static final int SCALE = 8;
    static final long ONE = 100_000_000L;
    private static final int MAX_DIGITS_BEFORE_POINT = 11;
    private static final long DIGIT = 0xFFFF_FFFFL;

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
        return format(BigDecimal.valueOf(units, SCALE));
    }

    /** Plain decimal text without trailing zeros. */
    static String format(BigDecimal value) {
        var decimal = value.stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0).toPlainString() : decimal.toPlainString();
    }

    /** {@code a × b / divisor}, rounded half-even, through 128 bits. */
    static long multiplyDivide(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return divideHalfEven(low, divisor);
        }
        if (divisor == Long.MIN_VALUE) {
            return multiplyDivideSlowly(a, b, divisor);
        }
        long magnitudeHigh = high < 0 ? ~high + (low == 0 ? 1 : 0) : high;
        long magnitude = Math.abs(divisor);
        long magnitudeLow = high < 0 ? -low : low;
        if (magnitudeHigh >= magnitude) {
            return multiplyDivideSlowly(a, b, divisor);
        }
        long quotient = magnitude <= Integer.MAX_VALUE
                ? divideByIntHalfEven(magnitudeHigh, magnitudeLow, magnitude)
                : divideByLongHalfEven(magnitudeHigh, magnitudeLow, magnitude);
        if (quotient < 0) {
            return multiplyDivideSlowly(a, b, divisor);
        }
        return high < 0 == divisor < 0 ? quotient : -quotient;
    }

    /** Knows every case, and throws for what does not fit. */
    private static long multiplyDivideSlowly(long a, long b, long divisor) {
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * Division by hand, in digits of 32 bits: the product of a price and a quantity of everyday size is beyond 64 bits.
     *
     * @param high of the dividend, 0 or more and below the divisor
     * @param low of the dividend, unsigned
     * @param divisor above 0, at most 31 bits
     * @return rounded half-even; negative if it does not fit
     */
    private static long divideByIntHalfEven(long high, long low, long divisor) {
        long upper = (high << 32) | (low >>> 32);
        long lower = ((upper % divisor) << 32) | (low & DIGIT);
        long quotient = ((upper / divisor) << 32) + lower / divisor;
        long twice = lower % divisor * 2;
        boolean away = twice > divisor || (twice == divisor && (quotient & 1) != 0);
        return upper / divisor > Integer.MAX_VALUE ? -1 : away ? quotient + 1 : quotient;
    }

    /**
     * The same for any divisor above 0: Knuth's algorithm D with two digits, where the divisor's first digit gets its
     * highest bit set.
     */
    private static long divideByLongHalfEven(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long scaled = divisor << shift;
        long upper = high << shift | low >>> -shift;
        long lower = low << shift;
        long first = digit(upper, lower >>> 32, scaled);
        long rest = (upper << 32) + (lower >>> 32) - first * scaled;
        long second = digit(rest, lower & DIGIT, scaled);
        if (first > Integer.MAX_VALUE) {
            return -1;
        }
        long quotient = (first << 32) + second;
        long remainder = ((rest << 32) + (lower & DIGIT) - second * scaled) >>> shift;
        long left = divisor - remainder;
        boolean away = remainder > left || (remainder == left && (quotient & 1) != 0);
        return away ? quotient + 1 : quotient;
    }

    /** The next digit of a quotient: of (upper, next digit) / divisor, where upper is below the divisor, all unsigned. */
    private static long digit(long upper, long next, long divisor) {
        long divisorHigh = divisor >>> 32;
        long divisorLow = divisor & DIGIT;
        long digit = Long.divideUnsigned(upper, divisorHigh);
        long rest = upper - digit * divisorHigh;
        while (digit > DIGIT || (rest <= DIGIT && Long.compareUnsigned(digit * divisorLow, (rest << 32) + next) > 0)) {
            digit--;
            rest += divisorHigh;
        }
        return digit;
    }

    /**
     * {@code a × b / divisor}, rounded down, through 128 bits; all zero or above, the divisor above zero. What does not
     * fit is {@link Long#MAX_VALUE}.
     */
    static long multiplyDivideDown(long a, long b, long divisor) {
        long low = a * b;
        if (Math.multiplyHigh(a, b) == 0 && low >= 0) {
            return low / divisor;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(divisor))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /** The count nearest to a {@code double}, half-even; the greatest if it is beyond, 0 if it is not a number. */
    static long nearest(double value) {
        return (long) Math.rint(value * ONE);
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
