package io.millrace.core.indicator.catalogue;

import io.millrace.core.indicator.Indicator;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Measure;
import io.millrace.core.indicator.PairIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds indicators by their names. */
public final class Indicators {
    /** The indicators that are computed of every instrument. */
    public static final List<String> STANDARD = List.of(
            "sma(20)",
            "ema(12)",
            "ema(26)",
            "rsi(14)",
            "macd(12,26,9)",
            "bollinger(20,2)",
            "atr(14)",
            "vwap(20)",
            "obv",
            "volume(20)");

    /** The outermost parentheses: a parameter can have some of its own, as calendars do. */
    private static final Pattern NAME = Pattern.compile("\\s*([a-z][a-z0-9-]*)\\s*(?:\\((.*)\\))?\\s*");

    private Indicators() {}

    /**
     * A new indicator that has seen nothing.
     *
     * @param name as {@link Indicator#name()} gives it: {@code rsi(14)}; {@code rsi} alone takes the defaults
     * @throws IllegalArgumentException if there is none of that name; the message says what is wrong with it
     */
    public static Indicator parse(String name) {
        return parse(name, IndicatorKinds.all(), IndicatorKinds::named, IndicatorKind::create);
    }

    /**
     * A new indicator of two instruments that has seen nothing.
     *
     * @param name as {@link PairIndicator#name()} gives it: {@code beta(20)}; {@code beta} alone takes the defaults
     * @throws IllegalArgumentException if there is none of that name; the message says what is wrong with it
     */
    public static PairIndicator parsePair(String name) {
        return parse(name, IndicatorKinds.PAIRS.kinds(), IndicatorKinds::pairNamed, IndicatorKind::createPair);
    }

    /**
     * The names of a list such as {@code ema(12),bollinger(20,2)}, as the indicators themselves write them.
     *
     * @throws IllegalArgumentException if one is wrong or comes twice; the message has all that is wrong
     */
    public static List<String> names(String list) {
        var names = new ArrayList<String>();
        var errors = new ArrayList<String>();
        for (String text : split(list)) {
            try {
                var name = parse(text).name();
                if (names.contains(name)) {
                    errors.add("indicator " + name + " comes twice");
                }
                names.add(name);
            } catch (IllegalArgumentException e) {
                errors.add(e.getMessage());
            }
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
        return names;
    }

    private static <M extends Measure> M parse(
            String name,
            List<IndicatorKind> kinds,
            Function<String, Optional<IndicatorKind>> named,
            BiFunction<IndicatorKind, List<String>, M> create) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an indicator is written kind(parameter,...), was '" + name + "'");
        }
        var kind = named.apply(matcher.group(1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no indicator '" + matcher.group(1) + "', there are: " + usages(kinds)));
        try {
            return create.apply(kind, parameters(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + name + "' is no indicator: " + e.getMessage(), e);
        }
    }

    private static String usages(List<IndicatorKind> kinds) {
        return kinds.stream().map(IndicatorKind::usage).collect(Collectors.joining(", "));
    }

    private static List<String> parameters(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : split(text).stream().map(String::trim).toList();
    }

    /** The parts between the commas that are outside of parentheses. */
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {
                    // part of a name
                }
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
