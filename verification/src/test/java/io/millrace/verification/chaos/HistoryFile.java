package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the history with one JSON object on each line; what was added stays even if the run is killed. */
final class HistoryFile implements AutoCloseable {
    /** In every line: when it was added, milliseconds since the epoch. */
    static final String AT = "at";

    private final Writer writer;

    HistoryFile(Path file) throws IOException {
        writer = Files.newBufferedWriter(file);
    }

    synchronized void add(ObjectNode line) throws IOException {
        line.put(AT, System.currentTimeMillis());
        writer.append(line.toString()).append('\n').flush();
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
