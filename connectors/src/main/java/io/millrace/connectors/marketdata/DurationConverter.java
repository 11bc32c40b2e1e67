package io.millrace.connectors.marketdata;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 1h30m}, {@code 7d}; zero or above. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        try {
            var duration =
                    Duration.parse(upper.startsWith("P") ? upper : upper.endsWith("D") ? "P" + upper : "PT" + upper);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("must be a duration such as 90s, 1h or 7d, was '" + text + "'");
        }
        throw new TypeConversionException("must not be negative, was '" + text + "'");
    }
}
