package io.millrace.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An amount of money that {@link Money} may be too narrow for: 128 bits of counts of 1e-8. Any price times any quantity
 * fits, and thousands of such amounts added, so that what is too large can be measured instead of overflowing.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits, unsigned
 */
public record WideMoney(long high, long low) implements Comparable<WideMoney> {
    public static final WideMoney ZERO = new WideMoney(0, 0);

    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final int BPS = 10_000;
    /** Far above any limit, and thousands of it can be added. */
    private static final BigInteger END = BigInteger.ONE.shiftLeft(100);

    public static WideMoney of(Money money) {
        return of(money.units());
    }

    /** An amount of counts of 1e-8. */
    public static WideMoney of(long units) {
        return new WideMoney(units >> 63, units);
    }

    /**
     * |quantity| × price, rounded half-even to 1e-8.
     *
     * @param quantityUnits count of 1e-8
     */
    public static WideMoney notional(long quantityUnits, Price price) {
        long high = Math.multiplyHigh(quantityUnits, price.units());
        long low = quantityUnits * price.units();
        boolean negative = high < 0;
        if (negative) {
            high = ~high + (low == 0 ? 1 : 0);
            low = -low;
        }
        var magnitude = divideByOne(high, low);
        return negative != quantityUnits < 0 ? magnitude.negate() : magnitude;
    }

    /** Division by 1e8, digit by digit of 32 bits, rounded half-even; the dividend is zero or above. */
    private static WideMoney divideByOne(long high, long low) {
        long upper = high / FixedPoint.ONE;
        long middle = ((high % FixedPoint.ONE) << 32) | (low >>> 32);
        long end = ((middle % FixedPoint.ONE) << 32) | (low & LOW_HALF);
        long quotient = ((middle / FixedPoint.ONE) << 32) + end / FixedPoint.ONE;
        long twice = end % FixedPoint.ONE * 2;
        boolean up = twice > FixedPoint.ONE || (twice == FixedPoint.ONE && (quotient & 1) != 0);
        return up ? new WideMoney(quotient == -1 ? upper + 1 : upper, quotient + 1) : new WideMoney(upper, quotient);
    }

    public WideMoney plus(WideMoney other) {
        long sum = low + other.low;
        return new WideMoney(high + other.high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0), sum);
    }

    public WideMoney minus(WideMoney other) {
        return plus(other.negate());
    }

    public WideMoney negate() {
        return new WideMoney(~high + (low == 0 ? 1 : 0), -low);
    }

    public WideMoney abs() {
        return high < 0 ? negate() : this;
    }

    public WideMoney max(WideMoney other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This amount several times; the factor is zero or above. */
    public WideMoney times(long factor) {
        if (high == low >> 63) {
            return new WideMoney(Math.multiplyHigh(low, factor), low * factor);
        }
        long carry = Math.multiplyHigh(low, factor) + (low < 0 ? factor : 0);
        return new WideMoney(high * factor + carry, low * factor);
    }

    /** This amount in basis points (1/10,000), rounded up to 1e-8. */
    public WideMoney bpsUp(long bps) {
        var product = times(bps);
        if (product.isMoney()) {
            return of(-Math.floorDiv(-product.low, BPS));
        }
        var parts = product.units().divideAndRemainder(BigInteger.valueOf(BPS));
        return of(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
    }

    /** This amount × price, rounded half-even to 1e-8; beyond 2^100 it stays there. */
    public WideMoney times(Price price) {
        return ratio(price.units(), FixedPoint.ONE);
    }

    /** This amount at the price in it of a unit of another currency, in that one; rounded and bounded as {@link #times}. */
    public WideMoney dividedBy(Price price) {
        return ratio(FixedPoint.ONE, price.units());
    }

    private WideMoney ratio(long numerator, long denominator) {
        var exact = new BigDecimal(units().multiply(BigInteger.valueOf(numerator)));
        var ratio = exact.divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        return of(ratio.min(END).max(END.negate()));
    }

    private static WideMoney of(BigInteger units) {
        return new WideMoney(units.shiftRight(Long.SIZE).longValue(), units.longValue());
    }

    public boolean isAtMost(Money limit) {
        long units = limit.units();
        return high == units >> 63 ? Long.compareUnsigned(low, units) <= 0 : high < units >> 63;
    }

    public boolean isZero() {
        return (high | low) == 0;
    }

    @Override
    public int compareTo(WideMoney other) {
        return high == other.high ? Long.compareUnsigned(low, other.low) : Long.compare(high, other.high);
    }

    public BigDecimal toDecimal() {
        return new BigDecimal(units(), FixedPoint.SCALE);
    }

    private BigInteger units() {
        return BigInteger.valueOf(high)
                .shiftLeft(Long.SIZE)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
                .add(BigInteger.valueOf(low & 1));
    }

    /** Plain decimal text without trailing zeros. */
    @Override
    public String toString() {
        return isMoney() ? FixedPoint.format(low) : FixedPoint.format(toDecimal());
    }

    private boolean isMoney() {
        return high == low >> 63;
    }
}
