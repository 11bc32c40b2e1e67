package io.millrace.flink.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The program arguments of a job, {@code --name value} or {@code --name=value}. An argument is declared once, where it
 * is taken: name, default, meaning and check together. Nothing throws before {@link #verify}, which reports all errors.
 */
public final class Arguments {
    private static final String HELP = "--help";

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> help = new ArrayList<>();
    private boolean helpWanted;

    public Arguments(String... args) {
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            if (args[i].equals(HELP)) {
                helpWanted = true;
            } else if (!args[i].startsWith("--")) {
                errors.add("an argument starts with --, was '" + args[i] + "'");
            } else if (equals > 0) {
                give(args[i].substring(0, equals), args[i].substring(equals + 1));
            } else if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                errors.add(args[i] + " has no value");
                give(args[i], "");
            } else {
                give(args[i], args[++i]);
            }
        }
    }

    private void give(String name, String value) {
        if (given.put(name, value) != null) {
            errors.add(name + " is given twice");
        }
    }

    boolean helpWanted() {
        return helpWanted;
    }

    /**
     * Takes an argument.
     *
     * @param fallback what holds if it is not given, null if it must be given
     * @param parse refuses a value with an {@link IllegalArgumentException} that says what the value must be
     * @return null if it is missing or was refused
     */
    public <T> T take(String name, String fallback, String meaning, Function<String, T> parse) {
        var standard = fallback == null ? "required" : fallback.isEmpty() ? "default none" : "default " + fallback;
        help.add("  %-24s %s (%s)".formatted(name, meaning, standard));
        String value = given.containsKey(name) ? given.remove(name) : fallback;
        if (value == null) {
            errors.add(name + " is required: " + meaning);
            return null;
        }
        if (value.isEmpty() && !value.equals(fallback)) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            errors.add("%s must be %s, was '%s'".formatted(name, e.getMessage(), value));
            return null;
        }
    }

    /** Reports what could not be read, and what was given but never taken, all at once. */
    public void verify() {
        given.keySet().forEach(name -> errors.add("unknown argument " + name));
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors) + " (" + HELP + " lists the arguments)");
        }
    }

    /** One line for each argument taken. */
    String help() {
        return String.join("\n", help);
    }
}
