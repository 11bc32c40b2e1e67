package io.millrace.local;

import io.millrace.local.command.BenchCommand;
import io.millrace.local.command.DemoCommand;
import io.millrace.local.command.DownCommand;
import io.millrace.local.command.HaltCommand;
import io.millrace.local.command.KillCommand;
import io.millrace.local.command.LogsCommand;
import io.millrace.local.command.ModelCommand;
import io.millrace.local.command.OrderCommand;
import io.millrace.local.command.PolicyCommand;
import io.millrace.local.command.ReduceCommand;
import io.millrace.local.command.ResumeCommand;
import io.millrace.local.command.StatusCommand;
import io.millrace.local.command.StrategyCommand;
import io.millrace.local.command.SubmitCommand;
import io.millrace.local.command.TrainCommand;
import io.millrace.local.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command. */
@Command(
        name = "millrace",
        description = "Stream-processing analytics and execution for trading.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nRun by the script itself:%n",
        footer = {
            "  test        The whole test-suite: ./mvnw verify.",
            "  bench NAME  A benchmark; ./millrace bench --help lists them.",
            "",
            "Example:",
            "  ./millrace demo --once --json"
        },
        version = "millrace 0.1.0",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SubmitCommand.class,
            PolicyCommand.class,
            StrategyCommand.class,
            ModelCommand.class,
            TrainCommand.class,
            OrderCommand.class,
            HaltCommand.class,
            ReduceCommand.class,
            ResumeCommand.class,
            KillCommand.class,
            BenchCommand.class
        })
public final class Millrace {
    private Millrace() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var millrace = new CommandLine(new Millrace());
        OrderCommand.addSides(millrace);
        return millrace.setParameterExceptionHandler((e, arguments) -> {
                    var command = e.getCommandLine();
                    var name = command.getCommandSpec().qualifiedName();
                    command.getErr().println(name + ": " + e.getMessage() + "; see ./" + name + " --help");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message(e));
                    return 1;
                });
    }

    private static String message(Exception e) {
        return e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse(e.toString());
    }
}
