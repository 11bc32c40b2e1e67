package io.millrace.gateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads one JSON value, which is there, as one type.
 *
 * @param <T> the type
 */
@FunctionalInterface
interface Reader<T> {
    Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    String DECIMAL_LIMIT = "a decimal in a string, steps of 0.00000001, at most 92233720368.54775807";

    T read(JsonNode value) throws UnfitException;

    /** A text that matches as a whole; {@code meaning} says what is asked for. */
    static Reader<String> text(Pattern pattern, String meaning) {
        return value -> {
            if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
                throw new UnfitException("INVALID_TEXT", meaning);
            }
            return value.textValue();
        };
    }

    /** The name of a constant. */
    static <E extends Enum<E>> Reader<E> choice(Class<E> type) {
        var constants = type.getEnumConstants();
        return value -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> new UnfitException("UNKNOWN_CHOICE", "one of " + Arrays.toString(constants)));
    }

    /** The names of constants. */
    static <E extends Enum<E>> Reader<Set<E>> choices(Class<E> type) {
        var one = choice(type);
        return value -> {
            if (!value.isArray()) {
                throw new UnfitException("NOT_AN_ARRAY", "an array of " + Arrays.toString(type.getEnumConstants()));
            }
            var chosen = EnumSet.noneOf(type);
            for (var name : value) {
                chosen.add(one.read(name));
            }
            return chosen;
        };
    }

    /** A decimal in a string: a JSON number may have lost digits on its way. */
    static <T> Reader<T> decimal(Function<String, T> parse, Predicate<T> allowed, String code, String bound) {
        return value -> {
            if (!value.isTextual() || !DECIMAL.matcher(value.textValue()).matches()) {
                throw new UnfitException("NOT_A_DECIMAL", DECIMAL_LIMIT);
            }
            T number;
            try {
                number = parse.apply(value.textValue());
            } catch (ArithmeticException e) {
                throw new UnfitException("DECIMAL_TOO_PRECISE_OR_LARGE", DECIMAL_LIMIT);
            }
            if (!allowed.test(number)) {
                throw new UnfitException(code, bound);
            }
            return number;
        };
    }

    /** An amount, zero or above. */
    static Reader<Money> amount() {
        return decimal(Money::of, money -> !money.isNegative(), "MUST_NOT_BE_NEGATIVE", ">= 0");
    }

    /** A price above zero. */
    static Reader<Price> price() {
        return decimal(Price::of, Price::isPositive, "PRICE_NOT_POSITIVE", "> 0");
    }

    /** A quantity above zero. */
    static Reader<Quantity> quantity() {
        return decimal(Quantity::of, Quantity::isPositive, "QUANTITY_NOT_POSITIVE", "> 0");
    }

    /** At most so many values. */
    static Reader<ArrayNode> array(int most) {
        return value -> {
            if (value instanceof ArrayNode array && array.size() <= most) {
                return array;
            }
            throw new UnfitException("NOT_AN_ARRAY", "an array of at most " + most);
        };
    }

    /** Whole numbers within bounds, at most so many. */
    static Reader<List<Long>> counts(int mostNumbers, long least, long most) {
        var one = count(least, most);
        return value -> {
            var counts = new ArrayList<Long>();
            for (var number : array(mostNumbers).read(value)) {
                counts.add(one.read(number));
            }
            return counts;
        };
    }

    /** A whole number within bounds, a JSON number. */
    static Reader<Long> count(long least, long most) {
        return value -> {
            if (!value.isIntegralNumber()) {
                throw new UnfitException("NOT_A_WHOLE_NUMBER", least + ".." + most);
            }
            if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
                throw new UnfitException("OUT_OF_RANGE", least + ".." + most);
            }
            return value.longValue();
        };
    }

    static Reader<Boolean> flag() {
        return value -> {
            if (!value.isBoolean()) {
                throw new UnfitException("NOT_A_BOOLEAN", "true or false");
            }
            return value.booleanValue();
        };
    }

    /** A length of time above zero, a multiple of the unit. */
    static Reader<Duration> duration(Duration unit) {
        return value -> {
            Duration duration;
            try {
                duration = Duration.parse(value.asText());
                if (duration.toNanos() > 0 && duration.toNanos() % unit.toNanos() == 0) {
                    return duration;
                }
            } catch (DateTimeException | ArithmeticException e) {
                throw new UnfitException("INVALID_DURATION", "an ISO-8601 duration (PT1M)");
            }
            throw new UnfitException("INVALID_DURATION", "above zero, a multiple of " + unit);
        };
    }

    /** A time in nanoseconds since the epoch. */
    static Reader<Long> time() {
        return value -> {
            try {
                return EventTime.nanos(OffsetDateTime.parse(value.asText()).toInstant());
            } catch (DateTimeException | ArithmeticException e) {
                throw new UnfitException(
                        "INVALID_TIME", "ISO-8601 with offset, years 1678 to 2261 (2013-11-25T00:00:00Z)");
            }
        };
    }

    /** A finite JSON number. */
    static Reader<Double> number() {
        return value -> {
            if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
                throw new UnfitException("NOT_A_NUMBER", "a JSON number");
            }
            return value.doubleValue();
        };
    }
}
