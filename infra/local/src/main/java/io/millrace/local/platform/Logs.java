package io.millrace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The parts' log files. */
final class Logs {
    private Logs() {}

    /** Sets the logs of the last run aside, once: {@code PART.log} becomes {@code PART.log.1}. */
    static void rotate(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (var logs = Files.newDirectoryStream(directory, "*.log")) {
            for (var log : logs) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
