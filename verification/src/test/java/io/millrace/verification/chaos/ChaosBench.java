package io.millrace.verification.chaos;

import io.millrace.local.command.Interruptible;
import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.setup.State;
import io.millrace.verification.CalmRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace bench chaos}. */
@Command(
        name = "millrace bench chaos",
        description = {
            "Kills, pauses, slows, cuts off and poisons every part of a platform of its own while it trades, then checks"
                    + " that nothing was lost, doubled or done otherwise. Prints one JSON object; exit code 1 if a promise"
                    + " was broken: the seed and the history's directory are printed then."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace bench chaos --minutes 10 --seed 42"})
final class ChaosBench implements Callable<Integer> {
    private static final int KILLS_OF_ALL = 5;

    @Option(names = "--minutes", defaultValue = "10", description = "Length of the schedule. Default: 10.")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Of the schedule and the orders. Default: 1.")
    private long seed;

    @Option(names = "--schedule", description = "Only print the schedule.")
    private boolean onlySchedule;

    @Option(
            names = "--undisturbed",
            paramLabel = "DIR",
            description = "What demo --once --records DIR wrote, to compare with. Default: runs one first.")
    private Path undisturbed;

    @SuppressWarnings("unused") // it always is
    @Option(names = "--json", description = "As always: one JSON object, last.")
    private boolean json;

    @Option(names = "--commit", defaultValue = "unknown", hidden = true)
    private String commit;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ChaosBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        return Interruptible.call(this::run);
    }

    private int run() throws Exception {
        var schedule =
                Schedule.of(seed, Math.round(minutes * Duration.ofMinutes(1).toMillis()));
        System.err.printf("seed %d, %s minutes%n", seed, minutes);
        schedule.faults().forEach(System.err::println);
        if (onlySchedule) {
            return 0;
        }
        var directory =
                Path.of("var", "chaos", seed + "-" + System.currentTimeMillis()).toAbsolutePath();
        System.err.println("history in " + directory);
        var calm = undisturbed == null ? CalmRun.get().records() : undisturbed;
        var run = new ChaosRun(schedule, directory, System.err).run();
        var verdict = Verdict.of(run, schedule, calm, KillSwitch.run(directory.resolve("kill"), KILLS_OF_ALL));
        verdict.write(commit);
        System.err.println(verdict.text());
        System.out.println(verdict.json(commit));
        if (verdict.ok()) {
            LocalPlatform.wipe(new State(directory.resolve(ChaosRun.STATE)));
        }
        return verdict.ok() ? 0 : 1;
    }
}
