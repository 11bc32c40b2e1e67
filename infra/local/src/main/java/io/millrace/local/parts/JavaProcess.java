package io.millrace.local.parts;

import io.millrace.local.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command line of a Java part, with what all of them share: small pages of everything that defaults to large.
 *
 * @param heapMiB largest heap
 * @param metaspaceMiB largest class data
 */
record JavaProcess(int heapMiB, int metaspaceMiB, List<String> flags, String classpath, List<String> mainAndArguments) {
    Command command(Map<String, String> environment, Path directory) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heapMiB + "m");
        words.add("-XX:MaxMetaspaceSize=" + metaspaceMiB + "m");
        words.add("-XX:+UseSerialGC");
        // Ten processes share a few cores: the optimising compiler would take longer than it saves.
        words.add("-XX:TieredStopAtLevel=1");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-Xss512k");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Duser.timezone=UTC");
        words.addAll(flags);
        words.add("-cp");
        words.add(classpath);
        words.addAll(mainAndArguments);
        var variables = new TreeMap<>(environment);
        // One malloc arena: many threads otherwise keep 64 MiB each for themselves.
        variables.put("MALLOC_ARENA_MAX", "2");
        return new Command(words, variables, directory);
    }
}
