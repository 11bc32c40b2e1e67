package io.millrace.gateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The typed fields of a JSON object. A field that is missing or wrong is remembered and read as null, zero or false;
 * {@link #done} then throws one problem with all of them, and with the fields that nobody asked for. So: read all, call
 * {@code done}, build the domain's object.
 */
public final class Fields {
    private static final ObjectNode EMPTY = Json.object();
    private static final int MOST_SHOWN = 100;

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

    /** Whether a field is there that need not be. */
    public boolean offers(String name) {
        asked.add(name);
        return has(name);
    }

    /** A required object; {@code missing} is the code of what is missing in it, or of itself. */
    public Fields object(String name, String missing) {
        var object = required(name, missing, Fields::object);
        var child = new Fields(
                object == null ? EMPTY : object,
                pointer + "/" + name,
                missing,
                object == null ? new ArrayList<>() : violations);
        children.add(child);
        return child;
    }

    /** An object, if it is there; {@code missing} is the code of what is missing in it. */
    public Optional<Fields> optionalObject(String name, String missing) {
        asked.add(name);
        return has(name) ? Optional.of(object(name, missing)) : Optional.empty();
    }

    /** An array of objects, at most so many; empty if it is missing. */
    public List<Fields> objects(String name, int most) {
        var values = optional(name, Reader.array(most), JsonNodeFactory.instance.arrayNode());
        var objects = new ArrayList<Fields>();
        for (int i = 0; i < values.size(); i++) {
            var object = read(name + "/" + i, values.get(i), Fields::object);
            var child = new Fields(
                    object == null ? EMPTY : object,
                    pointer + "/" + name + "/" + i,
                    missingCode,
                    object == null ? new ArrayList<>() : violations);
            children.add(child);
            objects.add(child);
        }
        return objects;
    }

    /** How much is wrong by now. */
    public int violations() {
        return violations.size();
    }

    /** A required text that matches as a whole; {@code meaning} says what is asked for. */
    public String text(String name, Pattern pattern, String meaning) {
        return required(name, missingCode, Reader.text(pattern, meaning));
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return required(name, missingCode, Reader.choice(type));
    }

    /** A constant, or another value if it is missing. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return optional(name, Reader.choice(type), otherwise);
    }

    /** An array of constants' names, empty if it is missing. */
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        return optional(name, Reader.choices(type), EnumSet.noneOf(type));
    }

    /** A required amount, zero or above. */
    public Money money(String name) {
        return required(name, missingCode, Reader.amount());
    }

    /** An amount, zero or above, or another one if it is missing. */
    public Money money(String name, Money otherwise) {
        return optional(name, Reader.amount(), otherwise);
    }

    /** An object of amounts, zero or above, empty if it is missing. */
    public SortedMap<String, Money> amounts(String name) {
        var reader = Reader.decimal(Money::of, money -> !money.isNegative(), "MUST_NOT_BE_NEGATIVE", ">= 0");
        var amounts = new TreeMap<String, Money>();
        optional(name, Fields::object, EMPTY).properties().forEach(property -> {
            var amount = read(name + "/" + property.getKey(), property.getValue(), reader);
            if (amount != null) {
                amounts.put(property.getKey(), amount);
            }
        });
        return amounts;
    }

    public Price positivePrice(String name) {
        return required(name, missingCode, Reader.price());
    }

    /** A price above zero, or another one if it is missing. */
    public Price positivePrice(String name, Price otherwise) {
        return optional(name, Reader.price(), otherwise);
    }

    /** A price, zero or above, or another one if it is missing. */
    public Price price(String name, Price otherwise) {
        var reader = Reader.decimal(Price::of, price -> price.units() >= 0, "MUST_NOT_BE_NEGATIVE", ">= 0");
        return optional(name, reader, otherwise);
    }

    public Quantity positiveQuantity(String name) {
        return required(name, missingCode, Reader.quantity());
    }

    /** A quantity above zero, or another one if it is missing. */
    public Quantity positiveQuantity(String name, Quantity otherwise) {
        return optional(name, Reader.quantity(), otherwise);
    }

    /** A required whole number, written as a JSON number. */
    public long count(String name, long least, long most) {
        var count = required(name, missingCode, Reader.count(least, most));
        return count == null ? 0 : count;
    }

    /** A whole number, written as a JSON number, or another one if it is missing. */
    public long count(String name, long least, long most, long otherwise) {
        return optional(name, Reader.count(least, most), otherwise);
    }

    /** An array of whole numbers, at most so many; empty if it is missing. */
    public List<Long> counts(String name, int mostNumbers, long least, long most) {
        return optional(name, Reader.counts(mostNumbers, least, most), List.of());
    }

    /** A required length of time above zero, a multiple of the unit. */
    public Duration duration(String name, Duration unit) {
        return required(name, missingCode, Reader.duration(unit));
    }

    public boolean flag(String name, boolean otherwise) {
        return optional(name, Reader.flag(), otherwise);
    }

    /** A time in nanoseconds since the epoch. */
    public long time(String name, Instant otherwise) {
        return time(name, EventTime.nanos(otherwise));
    }

    /** A time in nanoseconds since the epoch, or another one if it is missing. */
    public long time(String name, long otherwiseNanos) {
        return optional(name, Reader.time(), otherwiseNanos);
    }

    /** A required time in nanoseconds since the epoch. */
    public long time(String name) {
        var time = required(name, missingCode, Reader.time());
        return time == null ? 0 : time;
    }

    /** A required JSON number. */
    public double number(String name) {
        var number = required(name, missingCode, Reader.number());
        return number == null ? 0 : number;
    }

    /** An object of JSON numbers, empty if it is missing. */
    public SortedMap<String, Double> numbers(String name) {
        var numbers = new TreeMap<String, Double>();
        optional(name, Fields::object, EMPTY).properties().forEach(property -> {
            var number = read(name + "/" + property.getKey(), property.getValue(), Reader.number());
            if (number != null) {
                numbers.put(property.getKey(), number);
            }
        });
        return numbers;
    }

    /** A required amount, which may be below zero. */
    public Money anyMoney(String name) {
        return required(name, missingCode, Reader.decimal(Money::of, money -> true, "", ""));
    }

    /** A text that matches as a whole, or another one if it is missing. */
    public String text(String name, Pattern pattern, String meaning, String otherwise) {
        return optional(name, Reader.text(pattern, meaning), otherwise);
    }

    /** An object of texts that match as a whole, by names that do; empty if it is missing. */
    public SortedMap<String, String> texts(String name, Pattern names, Pattern pattern, String meaning) {
        return entries(name, names, Reader.text(pattern, meaning));
    }

    /** An object of amounts, which may be below zero, by names that match as a whole; empty if it is missing. */
    public SortedMap<String, Money> anyMoneys(String name, Pattern names) {
        return entries(name, names, Reader.decimal(Money::of, money -> true, "", ""));
    }

    private <T> SortedMap<String, T> entries(String name, Pattern names, Reader<T> reader) {
        var entries = new TreeMap<String, T>();
        optional(name, Fields::object, EMPTY).properties().forEach(property -> {
            var key = name + "/" + property.getKey();
            if (!names.matcher(property.getKey()).matches()) {
                refuse(key, property.getValue(), new UnfitException("INVALID_TEXT", "a name like " + names));
            }
            var entry = read(key, property.getValue(), reader);
            if (entry != null) {
                entries.put(property.getKey(), entry);
            }
        });
        return entries;
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
        node.properties().forEach(property -> {
            if (!asked.contains(property.getKey())) {
                refuse(property.getKey(), property.getValue(), new UnfitException("UNKNOWN_FIELD", "one of " + asked));
            }
        });
        children.forEach(Fields::refuseUnasked);
    }

    private <T> T required(String name, String missing, Reader<T> reader) {
        asked.add(name);
        if (!has(name)) {
            refuse(name, missing, pointer + "/" + name + " is missing", "", "required");
            return null;
        }
        return read(name, node.get(name), reader);
    }

    private <T> T optional(String name, Reader<T> reader, T otherwise) {
        asked.add(name);
        var value = has(name) ? read(name, node.get(name), reader) : null;
        return value == null ? otherwise : value;
    }

    /** Null if it is wrong. */
    private <T> T read(String name, JsonNode value, Reader<T> reader) {
        try {
            return reader.read(value);
        } catch (UnfitException e) {
            refuse(name, value, e);
            return null;
        }
    }

    private static ObjectNode object(JsonNode value) throws UnfitException {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new UnfitException("NOT_AN_OBJECT", "a JSON object");
    }

    private void refuse(String name, JsonNode value, UnfitException unfit) {
        var text = value.isValueNode() ? value.asText() : value.toString();
        var actual = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        var detail = pointer + "/" + name + " must be " + unfit.limit() + ", was '" + actual + "'";
        refuse(name, unfit.code(), detail, actual, unfit.limit());
    }
}
