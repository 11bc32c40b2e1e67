package io.millrace.verification.chaos;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Signals and limits for processes, by the system's own programs. */
final class Processes {
    private Processes() {}

    /** Sends a signal to one process. Returns whether it was there. */
    static boolean signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        return run(List.of("kill", "-" + signal, Long.toString(process.pid())));
    }

    /** A process and all that come from it, as they are now: what one of them leaves behind is still among them later. */
    static List<ProcessHandle> tree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** Sends a signal to those that are still there. */
    static void signalAll(List<ProcessHandle> processes, String signal) throws IOException, InterruptedException {
        for (var process : processes) {
            signal(process, signal);
        }
    }

    /** Limits how large a file the process may make: {@code unlimited}, or bytes. Returns whether it could. */
    static boolean limitFiles(ProcessHandle process, String size) throws IOException, InterruptedException {
        return run(List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + size + ":"));
    }

    private static boolean run(List<String> words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
