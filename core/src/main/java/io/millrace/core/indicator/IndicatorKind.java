package io.millrace.core.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of indicator: the word its names begin with, its parameters and values, and what the catalogue says of it.
 *
 * <pre>
 * static final IndicatorKind KIND = IndicatorKind.named("bollinger", "Bollinger bands")
 *         .bars("period", 20, 2)
 *         .number("width", 2)
 *         .value("upper", "price")...
 *         .formula("...").seeding("...").source("...")
 *         .creates(p -> new Bollinger(p.bars("period"), p.number("width")));
 * </pre>
 */
public final class IndicatorKind {
    /** The most bars a period may have: a window's memory is as long as its period. */
    public static final int MAX_PERIOD = 10_000;

    /** The largest a number may be: with any price there is, what is computed of it stays finite. */
    static final double MAX_NUMBER = 1e6;

    /**
     * A value of an indicator.
     *
     * @param name empty for the only value, which is named as the indicator itself
     * @param unit what it is measured in
     */
    public record Value(String name, String unit) {}

    private final String word;
    private final String title;
    private final List<IndicatorParameter> parameters;
    private final List<Value> values;
    private final String formula;
    private final String seeding;
    private final String source;
    private final Function<Arguments, Indicator> constructor;
    private final Function<Arguments, PairIndicator> pairConstructor;

    private IndicatorKind(
            Description description,
            Function<Arguments, Indicator> constructor,
            Function<Arguments, PairIndicator> pairConstructor) {
        word = description.word;
        title = description.title;
        parameters = List.copyOf(description.parameters);
        values = List.copyOf(description.values);
        formula = description.formula;
        seeding = description.seeding;
        source = description.source;
        this.constructor = constructor;
        this.pairConstructor = pairConstructor;
    }

    /**
     * Begins to describe a kind.
     *
     * @param word what its names begin with
     * @param title what the field calls it
     */
    public static Description named(String word, String title) {
        return new Description(word, title);
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** In the order in which a name carries them. */
    public List<IndicatorParameter> parameters() {
        return parameters;
    }

    public List<Value> values() {
        return values;
    }

    public String formula() {
        return formula;
    }

    /** How it begins, and where its conventions differ from others'. */
    public String seeding() {
        return seeding;
    }

    /** The paper, book or library that defines it. */
    public String source() {
        return source;
    }

    /** How its names are written: {@code macd(fast,slow,signal)}. */
    public String usage() {
        return parameters.isEmpty()
                ? word
                : parameters.stream().map(IndicatorParameter::name).collect(Collectors.joining(",", word + "(", ")"));
    }

    /** Its name with the default parameters: {@code macd(12,26,9)}. */
    public String defaultName() {
        return nameOf(parameters.stream().map(IndicatorParameter::defaultValue).toArray());
    }

    /**
     * The name of one with those parameters.
     *
     * @throws IllegalArgumentException if it does not take them; the message names parameter, limit and actual
     */
    public String nameOf(Object... arguments) {
        var checked = checked(Arrays.asList(arguments));
        return checked.isEmpty()
                ? word
                : checked.stream().map(IndicatorParameter::written).collect(Collectors.joining(",", word + "(", ")"));
    }

    /** The names of the values of an indicator of this kind. */
    List<String> valueNames(String name) {
        return values.stream()
                .map(value -> value.name().isEmpty() ? name : name + "." + value.name())
                .toList();
    }

    /**
     * A new indicator that has seen nothing.
     *
     * @param texts its parameters, or none for the defaults
     * @throws IllegalArgumentException if it does not take them; the message says what is wrong
     */
    public Indicator create(List<String> texts) {
        if (constructor == null) {
            throw new IllegalArgumentException(word + " is of two instruments, here there is one");
        }
        return constructor.apply(arguments(texts));
    }

    /**
     * A new indicator of two series that has seen nothing.
     *
     * @param texts its parameters, or none for the defaults
     * @throws IllegalArgumentException if it does not take them; the message says what is wrong
     */
    public PairIndicator createPair(List<String> texts) {
        if (pairConstructor == null) {
            throw new IllegalArgumentException(word + " is of one instrument, here there are two");
        }
        return pairConstructor.apply(arguments(texts));
    }

    private Arguments arguments(List<String> texts) {
        List<?> given = texts.isEmpty()
                ? parameters.stream().map(IndicatorParameter::defaultValue).toList()
                : texts;
        return new Arguments(parameters, checked(given));
    }

    private List<Object> checked(List<?> arguments) {
        if (arguments.size() != parameters.size()) {
            throw new IllegalArgumentException("write " + usage());
        }
        var checked = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            checked.add(parameters.get(i).checked(arguments.get(i)));
        }
        return checked;
    }

    @Override
    public String toString() {
        return usage();
    }

    /** The parameters of one indicator, by name. */
    public static final class Arguments {
        private final List<IndicatorParameter> parameters;
        private final List<Object> values;

        private Arguments(List<IndicatorParameter> parameters, List<Object> values) {
            this.parameters = parameters;
            this.values = values;
        }

        public int bars(String name) {
            return (Integer) value(name);
        }

        public double number(String name) {
            return (Double) value(name);
        }

        public String word(String name) {
            return (String) value(name);
        }

        private Object value(String name) {
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).name().equals(name)) {
                    return values.get(i);
                }
            }
            throw new IllegalArgumentException("no parameter '" + name + "' is declared");
        }
    }

    /** A kind as it is being described. */
    public static final class Description {
        private final String word;
        private final String title;
        private final List<IndicatorParameter> parameters = new ArrayList<>();
        private final List<Value> values = new ArrayList<>();
        private String formula = "";
        private String seeding = "";
        private String source = "";

        private Description(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** A number of bars from a least one to {@value IndicatorKind#MAX_PERIOD}. */
        public Description bars(String name, int defaultValue, int min) {
            return add(name, IndicatorParameter.Type.BARS, defaultValue, min, MAX_PERIOD);
        }

        /** A number above zero, and at most 1,000,000. */
        public Description number(String name, double defaultValue) {
            return number(name, defaultValue, 0, MAX_NUMBER);
        }

        /** A number above one, and at most another. */
        public Description number(String name, double defaultValue, double above, double max) {
            return add(name, IndicatorParameter.Type.NUMBER, defaultValue, above, max);
        }

        /** A word, whose meaning the constructor checks. */
        public Description word(String name, String defaultValue) {
            return add(name, IndicatorParameter.Type.WORD, defaultValue, 0, 0);
        }

        private Description add(
                String name, IndicatorParameter.Type type, Object defaultValue, double min, double max) {
            parameters.add(new IndicatorParameter(word, name, type, defaultValue, min, max));
            return this;
        }

        /** The only value, named as the indicator itself. */
        public Description value(String unit) {
            return value("", unit);
        }

        /** One of several values. */
        public Description value(String name, String unit) {
            values.add(new Value(name, unit));
            return this;
        }

        public Description formula(String text) {
            formula = text;
            return this;
        }

        public Description seeding(String text) {
            seeding = text;
            return this;
        }

        public Description source(String text) {
            source = text;
            return this;
        }

        /** The kind so described, with how one is made. */
        public IndicatorKind creates(Function<Arguments, Indicator> constructor) {
            return new IndicatorKind(this, constructor, null);
        }

        /** The kind so described, of two series, with how one is made. */
        public IndicatorKind createsPair(Function<Arguments, PairIndicator> constructor) {
            return new IndicatorKind(this, null, constructor);
        }
    }
}
