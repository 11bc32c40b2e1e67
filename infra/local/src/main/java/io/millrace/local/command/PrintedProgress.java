package io.millrace.local.command;

import io.millrace.local.process.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line for each thing that happens to a part. */
final class PrintedProgress implements Progress {
    private final PrintStream out;

    PrintedProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(String part, Duration since) {
        out.printf(Locale.ROOT, "%-16s ready after %.1f s%n", part, since.toMillis() / 1e3);
    }

    @Override
    public void notice(String part, String message) {
        out.println(part + " " + message);
    }
}
