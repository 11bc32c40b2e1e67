package io.millrace.core.indicator.catalogue;

import io.millrace.core.indicator.Indicator;
import io.millrace.core.indicator.IndicatorKind;
import java.util.Arrays;
import java.util.List;
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

    private static final Pattern NAME = Pattern.compile("\\s*([a-z][a-z0-9-]*)\\s*(?:\\(([^()]*)\\))?\\s*");

    private Indicators() {}

    /**
     * A new indicator that has seen nothing.
     *
     * @param name as {@link Indicator#name()} gives it: {@code rsi(14)}; {@code rsi} alone takes the defaults
     * @throws IllegalArgumentException if there is none of that name; the message says what is wrong with it
     */
    public static Indicator parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an indicator is written kind(parameter,...), was '" + name + "'");
        }
        var kind = IndicatorKinds.named(matcher.group(1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no indicator '" + matcher.group(1) + "', there are: " + usages()));
        try {
            return kind.create(parameters(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + name + "' is no indicator: " + e.getMessage(), e);
        }
    }

    private static String usages() {
        return IndicatorKinds.all().stream().map(IndicatorKind::usage).collect(Collectors.joining(", "));
    }

    private static List<String> parameters(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::trim).toList();
    }
}
