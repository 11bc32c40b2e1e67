package io.millrace.local.command;

import io.millrace.local.demo.DemoOptions;
import io.millrace.local.demo.DemoRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace demo}. */
@Command(
        name = "demo",
        description = {
            "Starts everything and replays 100,000 real Bitstamp BTC/USD trades of November 2013 through the whole flow.",
            "Ctrl-C stops all. State is kept in var/demo."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace demo --once --json"})
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--once",
            description = "Start from nothing, end when the replay is through; exit code 0 if every check holds.")
    private boolean once;

    @Option(names = "--json", description = "Print the summary as one JSON object, the last line of standard output.")
    private boolean json;

    @Option(
            names = "--speed",
            defaultValue = "max",
            paramLabel = "max|N",
            description = "Event time passes N times as fast as the clock on the wall. Default: max, flat out.")
    private String speed;

    @Option(names = "--fresh", description = "Start from nothing, without the state of the run before.")
    private boolean fresh;

    @Option(
            names = "--records",
            paramLabel = "DIR",
            description = "Write every record to DIR, a file for each topic, so that runs can be checked and compared.")
    private Path records;

    @Override
    public Integer call() throws Exception {
        if (!speed.equals("max") && !speed.matches("\\d+(\\.\\d+)?")) {
            throw new ParameterException(
                    spec.commandLine(), "--speed must be max or a number above 0, was '" + speed + "'");
        }
        var progressOut = json ? System.err : System.out;
        var terminal = !json && "true".equals(System.getenv("MILLRACE_TERMINAL"));
        var options = new DemoOptions(once, json, speed, fresh, records);
        var run = new DemoRun(options, progressOut, new PrintedProgress(progressOut), terminal);
        return Interruptible.call(() -> run.run(System.getenv(), System.out) ? 0 : 1);
    }
}
