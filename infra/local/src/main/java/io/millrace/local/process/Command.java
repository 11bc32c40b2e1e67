package io.millrace.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a process runs.
 *
 * @param words program and arguments
 * @param environment added to the launcher's own
 * @param directory its working directory
 */
public record Command(List<String> words, SortedMap<String, String> environment, Path directory) {
    public Command {
        words = List.copyOf(words);
        environment = new TreeMap<>(environment);
    }
}
