package io.millrace.core.market.bar;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;

/**
 * A number in the name of a type of bars.
 *
 * @param meaning for people
 */
public record BarParameter(String name, Unit unit, String meaning) {
    /** What it counts. */
    public enum Unit {
        COUNT,
        QUANTITY,
        MONEY,
        PRICE
    }

    /**
     * A number above zero: a count, or units of 1e-8.
     *
     * @throws IllegalArgumentException if it is none
     */
    long parse(String text) {
        long value;
        try {
            value = switch (unit) {
                case COUNT -> Long.parseLong(text);
                case QUANTITY -> Quantity.of(text).units();
                case MONEY -> Money.of(text).units();
                case PRICE -> Price.of(text).units();
            };
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(name + " must be " + wanted() + ", was '" + text + "'", e);
        }
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, was '" + text + "'");
        }
        return value;
    }

    String write(long value) {
        return switch (unit) {
            case COUNT -> Long.toString(value);
            case QUANTITY -> new Quantity(value).toString();
            case MONEY -> new Money(value).toString();
            case PRICE -> new Price(value).toString();
        };
    }

    private String wanted() {
        return unit == Unit.COUNT ? "a whole number" : "a decimal number with at most 8 decimals";
    }
}
