package io.millrace.schemas.process;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A process's settings from its environment. Read all, then {@link #check()}: it reports everything that is wrong at
 * once. Until then a wrong setting reads as its default, or as something empty.
 *
 * <pre>{@code
 * var settings = Settings.ofEnvironment();
 * var kafka = settings.text("MILLRACE_KAFKA");
 * var latency = settings.duration("MILLRACE_LATENCY", Duration.ofMillis(50));
 * settings.check();
 * }</pre>
 */
public final class Settings {
    private static final int MAX_PORT = 65_535;

    private final Map<String, String> environment;
    private final List<String> errors = new ArrayList<>();

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    public static Settings ofEnvironment() {
        return new Settings(System.getenv());
    }

    public static Settings of(Map<String, String> environment) {
        return new Settings(Map.copyOf(environment));
    }

    /** A text that must be set. */
    public String text(String name) {
        var value = value(name);
        if (value == null) {
            errors.add(name + " must be set, was missing");
            return "";
        }
        return value;
    }

    public String text(String name, String fallback) {
        var value = value(name);
        return value == null ? fallback : value;
    }

    public int integer(String name, int fallback, int min, int max) {
        return (int) number(name, fallback, min, max);
    }

    public long number(String name, long fallback, long min, long max) {
        var value = value(name);
        if (value == null) {
            return fallback;
        }
        var expected = "a whole number from " + min + " to " + max;
        try {
            long number = Long.parseLong(value);
            return number >= min && number <= max ? number : wrong(name, expected, value, fallback);
        } catch (NumberFormatException e) {
            return wrong(name, expected, value, fallback);
        }
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean fallback) {
        var value = value(name);
        if (value == null) {
            return fallback;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> wrong(name, "true or false", value, fallback);
        };
    }

    /** ISO 8601 with or without its {@code PT}: {@code 60s}, {@code 0.05s}, {@code PT1M30S}; zero or above. */
    public Duration duration(String name, Duration fallback) {
        var value = value(name);
        if (value == null) {
            return fallback;
        }
        var expected = "a duration such as 60s, 0.05s or 5m";
        try {
            var upper = value.toUpperCase(Locale.ROOT);
            var duration = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            return duration.isNegative() ? wrong(name, expected, value, fallback) : duration;
        } catch (DateTimeParseException e) {
            return wrong(name, expected, value, fallback);
        }
    }

    /** A directory's or file's path that must be set; whether it exists is not looked at. */
    public Path path(String name) {
        var value = text(name);
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            return wrong(name, "a path", value, Path.of(""));
        }
    }

    /** An http or https URL that must be set, without a slash at its end. */
    public String url(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            return value;
        }
        if (!isHttp(value)) {
            return wrong(name, "an http URL", value, "");
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    /**
     * Where {@link StatusServer} listens: {@code MILLRACE_STATUS_HOST} (default 127.0.0.1) and
     * {@code MILLRACE_STATUS_PORT} (default 0: any free port).
     */
    public InetSocketAddress statusAddress() {
        int port = integer("MILLRACE_STATUS_PORT", 0, 0, MAX_PORT);
        var host = text("MILLRACE_STATUS_HOST", "127.0.0.1");
        var address = new InetSocketAddress(host, port);
        return address.isUnresolved()
                ? wrong(
                        "MILLRACE_STATUS_HOST",
                        "an address of this machine",
                        host,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                : address;
    }

    /** Adds an error that only the reader of a setting can see. */
    public void reject(String name, String expected, Object actual) {
        errors.add(name + " must be " + expected + ", was " + actual);
    }

    /**
     * Ends the reading of settings.
     *
     * @throws InvalidSettingsException naming every setting that is wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidSettingsException(errors);
        }
    }

    private static boolean isHttp(String value) {
        try {
            var uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private <T> T wrong(String name, String expected, String actual, T instead) {
        reject(name, expected, "'" + actual + "'");
        return instead;
    }

    private String value(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.trim();
    }
}
