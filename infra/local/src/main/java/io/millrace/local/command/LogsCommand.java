package io.millrace.local.command;

import io.millrace.local.platform.RunningPlatform;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace logs}. */
@Command(
        name = "logs",
        description = "Prints the end of a part's log.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace logs streams --follow"})
public final class LogsCommand implements Callable<Integer> {
    private static final long MILLIS_BETWEEN_LOOKS = 200;
    /** The part that runs a stage. */
    private static final Map<String, String> RUN_BY = Map.of(
            "risk", "streams",
            "routing", "streams",
            "papervenue", "streams",
            "portfolio", "streams",
            "bars-indicators", "taskmanager",
            "features", "taskmanager",
            "signals", "taskmanager");

    @Parameters(paramLabel = "PART", description = "Name of a part, as status shows it, or of a stage.")
    private String part;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines. Default: ${DEFAULT-VALUE}.")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Keep printing what is added, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        var state = RunningPlatform.latestState(Installation.find(), System.getenv());
        var log = state.log(RUN_BY.getOrDefault(part, part));
        if (!Files.exists(log)) {
            throw new IOException("there is no log of '" + part + "'; there are logs of " + parts(state));
        }
        var text = Files.readAllLines(log);
        text.subList(Math.max(0, text.size() - lines), text.size()).forEach(System.out::println);
        if (follow) {
            follow(log);
        }
        return 0;
    }

    private static void follow(Path log) throws IOException, InterruptedException {
        long shown = Files.size(log);
        while (true) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            long size = Files.size(log);
            if (size < shown) {
                shown = 0;
            }
            if (size > shown) {
                try (var in = Files.newInputStream(log)) {
                    in.skipNBytes(shown);
                    var added = in.readAllBytes();
                    System.out.print(new String(added, StandardCharsets.UTF_8));
                    shown += added.length;
                }
            }
        }
    }

    private static String parts(State state) throws IOException {
        if (!Files.isDirectory(state.logs())) {
            return "nothing, since nothing has run in " + state.directory();
        }
        var names = new TreeSet<String>();
        try (var logs = Files.newDirectoryStream(state.logs(), "*.log")) {
            logs.forEach(log -> names.add(log.getFileName().toString().replace(".log", "")));
        }
        return names.stream().collect(Collectors.joining(", "));
    }
}
