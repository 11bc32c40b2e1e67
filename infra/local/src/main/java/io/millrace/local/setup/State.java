package io.millrace.local.setup;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the platform keeps what outlives it.
 *
 * @param directory everything is below it
 */
public record State(Path directory) {
    /** The directory named by {@code MILLRACE_VAR}, else {@code var} of the installation. */
    public static State of(Installation installation, Map<String, String> environment) {
        var named = environment.get("MILLRACE_VAR");
        return new State(
                named == null
                        ? installation.root().resolve("var")
                        : Path.of(named).toAbsolutePath());
    }

    /** A part's own directory. */
    public Path of(String part) {
        return directory.resolve(part);
    }

    public Path logs() {
        return directory.resolve("log");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Which processes run. */
    public Path run() {
        return directory.resolve("run");
    }

    public Path secrets() {
        return directory.resolve("secrets");
    }
}
