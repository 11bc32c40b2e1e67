package io.millrace.local.command;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the interval of bars as the jobs' {@code --intervals} have it: {@code 1m}, {@code 1h}. */
final class IntervalConverter implements ITypeConverter<Duration> {
    private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    @Override
    public Duration convert(String text) {
        var match = INTERVAL.matcher(text);
        if (!match.matches()) {
            throw new TypeConversionException("must be an interval such as 30s, 5m, 1h or 1d, was '" + text + "'");
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
