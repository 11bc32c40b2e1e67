package io.millrace.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The same, letting others go first where the processor is short: for parts outside the loop of orders. */
    public Command yielding() {
        var nice = new ArrayList<>(List.of("nice", "-n", "10"));
        nice.addAll(words);
        return new Command(nice, environment, directory);
    }
}
