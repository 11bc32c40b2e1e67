package io.millrace.core.money;

/**
 * A number of units of an instrument; in a position negative means short.
 *
 * @param units count of 1e-8
 */
public record Quantity(long units) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(0);

    /**
     * Reads a decimal text.
     *
     * @throws NumberFormatException if it is no decimal number
     * @throws ArithmeticException if 1e-8 in a {@code long} cannot hold it exactly
     */
    public static Quantity of(String decimal) {
        return new Quantity(FixedPoint.parse(decimal));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(units, other.units));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(units, other.units));
    }

    public Quantity negate() {
        return new Quantity(Math.negateExact(units));
    }

    public Quantity abs() {
        return new Quantity(Math.absExact(units));
    }

    public Quantity min(Quantity other) {
        return units <= other.units ? this : other;
    }

    public Quantity max(Quantity other) {
        return units >= other.units ? this : other;
    }

    /** The greatest multiple of a lot that is nearer to zero or equal. */
    public Quantity downTo(Quantity lot) {
        return new Quantity(units - units % lot.units);
    }

    public int signum() {
        return Long.signum(units);
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isMultipleOf(Quantity lot) {
        return units % lot.units == 0;
    }

    @Override
    public int compareTo(Quantity other) {
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
