package io.millrace.core.money;

/**
 * A price of one unit of an instrument, in its quote currency.
 *
 * @param units count of 1e-8
 */
public record Price(long units) implements Comparable<Price> {
    public static final Price ZERO = new Price(0);

    /**
     * Reads a decimal text.
     *
     * @throws NumberFormatException if it is no decimal number
     * @throws ArithmeticException if 1e-8 in a {@code long} cannot hold it exactly
     */
    public static Price of(String decimal) {
        return new Price(FixedPoint.parse(decimal));
    }

    /** The price nearest to a {@code double}, half-even to 1e-8; the highest if it is beyond, zero if it is not a number. */
    public static Price nearest(double value) {
        return new Price(FixedPoint.nearest(value));
    }

    /** The amount that a quantity costs at this price, rounded half-even to 1e-8. */
    public Money times(Quantity quantity) {
        return new Money(FixedPoint.multiplyDivide(units, quantity.units(), FixedPoint.ONE));
    }

    /** This price moved by basis points (1/10,000), rounded half-even to 1e-8. */
    public Price plusBps(long bps) {
        return new Price(FixedPoint.multiplyDivide(units, Math.addExact(10_000, bps), 10_000));
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isMultipleOf(Price tick) {
        return units % tick.units == 0;
    }

    @Override
    public int compareTo(Price other) {
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
