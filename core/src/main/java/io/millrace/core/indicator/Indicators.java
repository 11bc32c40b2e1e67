package io.millrace.core.indicator;

import io.millrace.core.indicator.IndicatorKind.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private static final Pattern NAME = Pattern.compile("\\s*([a-z]+)\\s*(?:\\(([^()]*)\\))?\\s*");

    private Indicators() {}

    /**
     * A new indicator that has seen nothing.
     *
     * @param name as {@link Indicator#name()} gives it: {@code rsi(14)}
     * @throws IllegalArgumentException if there is none of that name; the message says what is wrong with it
     */
    public static Indicator parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an indicator is written kind(number,...), was '" + name + "'");
        }
        var kind = kindOf(matcher.group(1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no indicator '" + matcher.group(1) + "', there are: " + usages()));
        List<Double> numbers = numbers(name, matcher.group(2));
        if (numbers.size() != kind.parameters().size()) {
            throw new IllegalArgumentException("write " + kind.usage() + ", was '" + name + "'");
        }
        try {
            return kind.create(new Arguments(numbers));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + name + "' is no indicator: " + e.getMessage(), e);
        }
    }

    private static Optional<IndicatorKind> kindOf(String word) {
        return Arrays.stream(IndicatorKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    private static String usages() {
        return Arrays.stream(IndicatorKind.values()).map(IndicatorKind::usage).collect(Collectors.joining(", "));
    }

    private static List<Double> numbers(String name, String text) {
        var numbers = new ArrayList<Double>();
        if (text == null || text.isBlank()) {
            return numbers;
        }
        for (String number : text.split(",", -1)) {
            try {
                numbers.add(Double.valueOf(number.trim()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + number.trim() + "' is no number, in '" + name + "'", e);
            }
        }
        return numbers;
    }
}
