package io.millrace.flink.job;

import io.millrace.core.indicator.catalogue.Indicators;
import io.millrace.core.market.bar.BarType;
import io.millrace.core.market.calendar.InstrumentCalendars;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What arguments look like. Each refuses a text with a message that says what it must be. */
public final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Values() {}

    static String text(String text) {
        return text;
    }

    static int positive(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number above 0", e);
        }
        throw new IllegalArgumentException("a whole number above 0");
    }

    static Duration duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("a duration such as 500ms, 1s, 5m, 1h or 1d");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    public static Duration positiveDuration(String text) {
        var duration = duration(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("a duration above 0");
        }
        return duration;
    }

    /** Durations above 0, separated by commas, each once, in ascending order, each a multiple of the smallest. */
    static List<Duration> intervals(String text) {
        var intervals = new ArrayList<Duration>();
        for (var part : text.split(",", -1)) {
            intervals.add(positiveDuration(part.trim()));
        }
        Collections.sort(intervals);
        for (var interval : intervals) {
            if (interval.toMillis() % intervals.get(0).toMillis() != 0) {
                throw new IllegalArgumentException("multiples of the smallest");
            }
        }
        return intervals.stream().distinct().toList();
    }

    /** Types of bars, separated by commas, each once. */
    static List<BarType> barTypes(String text) {
        try {
            return BarType.parseAll(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("types of bars (" + e.getMessage() + ")", e);
        }
    }

    /** Lengths of session bars: up to a day, multiples of the smallest interval, which meets the opens of sessions. */
    static List<Duration> sessionBars(String text, List<Duration> intervals) {
        if (text.isEmpty() || intervals == null) {
            return List.of();
        }
        var smallest = intervals.get(0);
        var lengths = new TreeSet<Duration>();
        for (var part : text.split(",", -1)) {
            var length = positiveDuration(part.trim());
            if (length.compareTo(MoreBars.WHOLE_SESSION) > 0
                    || length.toMillis() % 1_000 != 0
                    || length.toMillis() % smallest.toMillis() != 0) {
                throw new IllegalArgumentException("whole seconds up to 1d, multiples of the smallest interval");
            }
            lengths.add(length);
        }
        if (Duration.ofMinutes(15).toMillis() % smallest.toMillis() != 0) {
            throw new IllegalArgumentException("left out unless the smallest interval divides 15m: sessions open then");
        }
        return List.copyOf(lengths);
    }

    static InstrumentCalendars calendars(String text) {
        try {
            return InstrumentCalendars.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("calendars of instruments or venues (" + e.getMessage() + ")", e);
        }
    }

    /** Names of indicators, separated by commas; the message has all that is wrong with them. */
    static List<String> indicators(String text) {
        try {
            return Indicators.names(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "indicators such as ema(12),bollinger(20,2) [" + e.getMessage() + "]", e);
        }
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        var names = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            var name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw new IllegalArgumentException("one of " + String.join(", ", names));
    }
}
