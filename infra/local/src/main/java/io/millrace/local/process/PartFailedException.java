package io.millrace.local.process;

import java.nio.file.Path;

/** A part could not be started. The message is one line: which part, why, where its log is. */
public final class PartFailedException extends Exception {
    private static final long serialVersionUID = 1;

    /** What happened, without the part's name. */
    private final String what;

    PartFailedException(String part, String why, Path log) {
        this(part, "%s; its log: %s".formatted(why, log), (Exception) null);
    }

    PartFailedException(String part, Exception why) {
        this(part, "failed: " + why.getMessage(), why);
    }

    private PartFailedException(String part, String what, Exception cause) {
        super(part + " " + what, cause);
        this.what = what;
    }

    String what() {
        return what;
    }
}
