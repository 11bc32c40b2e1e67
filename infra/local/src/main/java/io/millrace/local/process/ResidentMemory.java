package io.millrace.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory processes hold, shared pages divided among their sharers (PSS, Linux), so that sums are true.
 */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** Bytes that a process and its descendants hold; 0 where the system does not tell. */
    public static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ResidentMemory::of)
                .sum();
    }

    /** Bytes that a process holds by itself; 0 where the system does not tell. */
    public static long of(ProcessHandle process) {
        var rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException goneOrNoProc) {
            return 0;
        }
    }
}
