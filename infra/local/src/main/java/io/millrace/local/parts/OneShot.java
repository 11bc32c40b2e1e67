package io.millrace.local.parts;

import io.millrace.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that is run to its end. */
final class OneShot {
    private OneShot() {}

    /** @throws IOException it ended with another exit code than 0 */
    static void run(Command command, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        Files.createDirectories(command.directory());
        var builder = new ProcessBuilder(command.words())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(command.words().get(0) + " ended with exit code " + code + "; its log: " + log);
        }
    }
}
