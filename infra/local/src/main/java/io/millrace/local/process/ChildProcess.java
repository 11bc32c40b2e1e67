package io.millrace.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running process with its log and its pid file. */
final class ChildProcess {
    private final Process process;
    private final PidFile pidFile;
    private final long startedAt = System.nanoTime();

    private ChildProcess(Process process, PidFile pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /** Starts it; what it prints is appended to the log. */
    static ChildProcess start(Command command, Path log, PidFile pidFile) throws IOException {
        Files.createDirectories(log.getParent());
        Files.createDirectories(command.directory());
        var builder = new ProcessBuilder(command.words())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        var process = builder.start();
        pidFile.write(process.toHandle());
        return new ChildProcess(process, pidFile);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Waits for its end and returns its exit code. */
    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits; returns whether it ended meanwhile. */
    boolean hasEndedWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Returns whether it ended by the signal alone. */
    boolean stop(String signal, Duration grace) throws IOException, InterruptedException {
        boolean polite = Signals.end(process.toHandle(), signal, grace);
        pidFile.delete();
        return polite;
    }
}
