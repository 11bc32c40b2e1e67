package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.demo.DemoOptions;
import io.millrace.local.demo.DemoRun;
import io.millrace.local.demo.ReplayBench;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace bench replay}. */
@Command(
        name = "replay",
        description = "Measures the demo: start, trades per second through the whole flow, memory.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace bench replay --json"})
public final class ReplayBenchCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--commit", defaultValue = "unknown", description = "What is measured.")
    private String commit;

    @Override
    public Integer call() throws Exception {
        var printed = new ByteArrayOutputStream();
        var run = new DemoRun(
                new DemoOptions(true, true, "max", true, null), System.err, new PrintedProgress(System.err), false);
        int code = Interruptible.call(
                () -> run.run(System.getenv(), new PrintStream(printed, true, StandardCharsets.UTF_8)) ? 0 : 1);
        if (code != 0) {
            return code;
        }
        var result = ReplayBench.of(new ObjectMapper().readTree(printed.toString(StandardCharsets.UTF_8)), commit);
        if (json) {
            System.out.println(result);
        } else {
            result.path("results")
                    .forEach(row -> System.out.printf(
                            "%-30s %12s %-9s (%s)%n",
                            row.path("metric").asText(),
                            row.path("value").asText(),
                            row.path("unit").asText(),
                            row.path("target").asText()));
        }
        return 0;
    }
}
