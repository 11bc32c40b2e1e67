package io.millrace.gateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The typed fields of a JSON object. A field that is missing or wrong is remembered and read as null, zero or false;
 * {@link #done} then throws one problem with all of them, and with the fields that nobody asked for. So: read all, call
 * {@code done}, build the domain's object.
 */
public final class Fields {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final String DECIMAL_LIMIT =
            "a decimal in a string, steps of 0.00000001, at most 92233720368.54775807";
    private static final ObjectNode EMPTY = Json.object();

    private final ObjectNode node;
    private final String pointer;
    private final String missingCode;
    private final List<Violation> violations;
    private final Set<String> asked = new TreeSet<>();
    private final List<Fields> children = new ArrayList<>();

    private Fields(ObjectNode node, String pointer, String missingCode, List<Violation> violations) {
        this.node = node;
        this.pointer = pointer;
        this.missingCode = missingCode;
        this.violations = violations;
    }

    public static Fields of(ObjectNode node) {
        return new Fields(node, "", "MISSING_FIELD", new ArrayList<>());
    }

    public boolean has(String name) {
        var value = node.get(name);
        return value != null && !value.isNull();
    }

    /** A required object; {@code missing} is the code of what is missing in it, or of itself. */
    public Fields object(String name, String missing) {
        var value = value(name, missing);
        if (value != null && !value.isObject()) {
            wrong(name, "NOT_AN_OBJECT", value, "a JSON object");
        }
        boolean usable = value instanceof ObjectNode;
        var child = new Fields(
                usable ? (ObjectNode) value : EMPTY,
                pointer + "/" + name,
                missing,
                usable ? violations : new ArrayList<>());
        children.add(child);
        return child;
    }

    /** A required text that matches as a whole; {@code meaning} says what is asked for. */
    public String text(String name, Pattern pattern, String meaning) {
        var value = value(name, missingCode);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
            wrong(name, "INVALID_TEXT", value, meaning);
            return null;
        }
        return value.textValue();
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        var value = value(name, missingCode);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        wrong(name, "UNKNOWN_CHOICE", value, "one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    public Money money(String name) {
        return decimal(name, Money::of, money -> money.isNegative() ? "MUST_NOT_BE_NEGATIVE" : null, ">= 0");
    }

    public Price positivePrice(String name) {
        return decimal(name, Price::of, price -> price.isPositive() ? null : "PRICE_NOT_POSITIVE", "> 0");
    }

    public Quantity positiveQuantity(String name) {
        return decimal(name, Quantity::of, quantity -> quantity.isPositive() ? null : "QUANTITY_NOT_POSITIVE", "> 0");
    }

    /** A required whole number, written as a JSON number. */
    public long count(String name, long least, long most) {
        var value = value(name, missingCode);
        if (value == null) {
            return 0;
        }
        var limit = least + ".." + most;
        if (!value.isIntegralNumber()) {
            wrong(name, "NOT_A_WHOLE_NUMBER", value, limit);
            return 0;
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            wrong(name, "OUT_OF_RANGE", value, limit);
            return 0;
        }
        return value.longValue();
    }

    public boolean flag(String name, boolean otherwise) {
        asked.add(name);
        if (!has(name)) {
            return otherwise;
        }
        var value = node.get(name);
        if (!value.isBoolean()) {
            wrong(name, "NOT_A_BOOLEAN", value, "true or false");
        }
        return value.booleanValue();
    }

    /** A required length of time above zero, a multiple of the unit. */
    public Duration duration(String name, Duration unit) {
        var value = value(name, missingCode);
        if (value == null) {
            return null;
        }
        try {
            var duration = Duration.parse(value.asText());
            if (duration.toNanos() > 0 && duration.toNanos() % unit.toNanos() == 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            wrong(name, "INVALID_DURATION", value, "an ISO-8601 duration (PT1M)");
            return null;
        }
        wrong(name, "INVALID_DURATION", value, "above zero, a multiple of " + unit);
        return null;
    }

    /** A time in nanoseconds since the epoch. */
    public long time(String name, Instant otherwise) {
        asked.add(name);
        if (!has(name)) {
            return EventTime.nanos(otherwise);
        }
        var value = node.get(name);
        try {
            return EventTime.nanos(OffsetDateTime.parse(value.asText()).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            wrong(name, "INVALID_TIME", value, "ISO-8601 with offset, years 1678 to 2261 (2013-11-25T00:00:00Z)");
            return 0;
        }
    }

    /** An object of JSON numbers, empty if it is missing. */
    public SortedMap<String, Double> numbers(String name) {
        var numbers = new TreeMap<String, Double>();
        asked.add(name);
        if (!has(name)) {
            return numbers;
        }
        var value = node.get(name);
        if (!value.isObject()) {
            wrong(name, "NOT_AN_OBJECT", value, "a JSON object of numbers");
        }
        value.properties().forEach(property -> {
            var number = property.getValue();
            if (number.isNumber() && Double.isFinite(number.doubleValue())) {
                numbers.put(property.getKey(), number.doubleValue());
            } else {
                wrong(name + "/" + property.getKey(), "NOT_A_NUMBER", number, "a JSON number");
            }
        });
        return numbers;
    }

    /** Remembers what is wrong beyond a field's own form. */
    public void refuse(String name, String code, String detail, String actual, String limit) {
        violations.add(new Violation(pointer + "/" + name, code, detail, actual, limit));
    }

    /** Throws one problem (422) if anything was wrong. */
    public void done() {
        refuseUnasked();
        if (!violations.isEmpty()) {
            throw Problem.of(422, violations).exception();
        }
    }

    private void refuseUnasked() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                wrong(name, "UNKNOWN_FIELD", node.get(name), "one of " + asked);
            }
        });
        children.forEach(Fields::refuseUnasked);
    }

    private <T> T decimal(String name, Function<String, T> parse, Function<T, String> objection, String bound) {
        var value = value(name, missingCode);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || !DECIMAL.matcher(value.textValue()).matches()) {
            wrong(name, "NOT_A_DECIMAL", value, DECIMAL_LIMIT);
            return null;
        }
        T number;
        try {
            number = parse.apply(value.textValue());
        } catch (ArithmeticException e) {
            wrong(name, "DECIMAL_TOO_PRECISE_OR_LARGE", value, DECIMAL_LIMIT);
            return null;
        }
        var code = objection.apply(number);
        if (code != null) {
            wrong(name, code, value, bound);
        }
        return number;
    }

    private JsonNode value(String name, String missing) {
        asked.add(name);
        if (!has(name)) {
            refuse(name, missing, pointer + "/" + name + " is missing", "", "required");
            return null;
        }
        return node.get(name);
    }

    private void wrong(String name, String code, JsonNode value, String limit) {
        var text = value.isValueNode() ? value.asText() : value.toString();
        var actual = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        refuse(name, code, pointer + "/" + name + " must be " + limit + ", was '" + actual + "'", actual, limit);
    }
}
