package io.millrace.local.process;

import java.nio.file.Path;

/** A part could not be started. The message is one line: which part, why, where its log is. */
public final class PartFailedException extends Exception {
    private static final long serialVersionUID = 1;

    PartFailedException(String part, String why, Path log) {
        super("%s %s; its log: %s".formatted(part, why, log));
    }

    PartFailedException(String part, Exception why) {
        super("%s failed: %s".formatted(part, why.getMessage()), why);
    }
}
