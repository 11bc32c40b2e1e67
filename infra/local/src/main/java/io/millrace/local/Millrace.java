package io.millrace.local;

import io.millrace.local.command.DemoCommand;
import io.millrace.local.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command. */
@Command(
        name = "millrace",
        description = "Stream-processing analytics and execution for trading.",
        mixinStandardHelpOptions = true,
        version = "millrace 0.1.0",
        subcommands = {DemoCommand.class, UpCommand.class})
public final class Millrace {
    private Millrace() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Millrace()).setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println("millrace " + command.getCommandName() + ": " + message(e));
            return 1;
        });
    }

    private static String message(Exception e) {
        return e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse(e.toString());
    }
}
