package io.millrace.core.money;

/**
 * An amount of a currency; negative means owed.
 *
 * @param units count of 1e-8
 */
public record Money(long units) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /**
     * Reads a decimal text.
     *
     * @throws NumberFormatException if it is no decimal number
     * @throws ArithmeticException if 1e-8 in a {@code long} cannot hold it exactly
     */
    public static Money of(String decimal) {
        return new Money(FixedPoint.parse(decimal));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, other.units));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, other.units));
    }

    public Money negate() {
        return new Money(Math.negateExact(units));
    }

    public Money abs() {
        return new Money(Math.absExact(units));
    }

    public Money max(Money other) {
        return units >= other.units ? this : other;
    }

    /** This amount in proportion {@code part / whole}, rounded half-even to 1e-8. */
    public Money proportion(Quantity part, Quantity whole) {
        return new Money(FixedPoint.multiplyDivide(units, part.units(), whole.units()));
    }

    /** This amount of a currency in another, at the price of a unit of it; rounded half-even to 1e-8. */
    public Money times(Price price) {
        return parts(price.units());
    }

    /** This amount of a currency in another, at the price in it of a unit of the other; rounded half-even to 1e-8. */
    public Money dividedBy(Price price) {
        return new Money(FixedPoint.multiplyDivide(units, FixedPoint.ONE, price.units()));
    }

    /** This amount × a count of 1e-8, rounded half-even to 1e-8. */
    public Money parts(long units) {
        return new Money(FixedPoint.multiplyDivide(this.units, units, FixedPoint.ONE));
    }

    /** This amount in basis points (1/10,000), rounded half-even to 1e-8. */
    public Money bps(long bps) {
        return new Money(FixedPoint.multiplyDivide(units, bps, 10_000));
    }

    /** The price at which a quantity costs this amount, rounded half-even to 1e-8. */
    public Price per(Quantity quantity) {
        return new Price(FixedPoint.multiplyDivide(units, FixedPoint.ONE, quantity.units()));
    }

    /**
     * This amount times a ratio, both zero or above, rounded down to 1e-8. The ratio is first rounded half-even to 1e-8, so
     * that 0.29 is 29/100. What is too large for an amount is the largest there is.
     */
    public Money timesDown(double ratio) {
        return new Money(FixedPoint.multiplyDivideDown(units, FixedPoint.nearest(ratio), FixedPoint.ONE));
    }

    /**
     * The most units that this amount, zero or above, buys at a price above zero, rounded down to 1e-8. What is too large for
     * a quantity is the largest there is.
     */
    public Quantity buysAt(Price price) {
        return new Quantity(FixedPoint.multiplyDivideDown(units, FixedPoint.ONE, price.units()));
    }

    public boolean isNegative() {
        return units < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, other.units);
    }

    /** The nearest {@code double}, for indicators and statistics only. */
    public double toDouble() {
        return units / (double) FixedPoint.ONE;
    }

    /** Plain decimal text without trailing zeros, as {@link #of} reads it. */
    @Override
    public String toString() {
        return FixedPoint.format(units);
    }
}
