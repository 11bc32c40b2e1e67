package io.millrace.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which process a part runs as, so that the next launcher can end what a killed one left behind.
 *
 * <p>Two lines: the process id and the instant it started. A process with that id that started at another instant is
 * somebody else's and is left alone.
 */
final class PidFile {
    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(Long.toString(process.pid()), startOf(process)));
    }

    /** The process it names, if that very process still lives. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(lines.get(1)));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
