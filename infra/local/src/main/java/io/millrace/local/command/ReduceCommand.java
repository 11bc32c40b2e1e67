package io.millrace.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace reduce}. */
@Command(
        name = "reduce",
        description = "Lets accounts only reduce their positions, until resume.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace reduce demo"})
public final class ReduceCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ACCOUNT")
    private List<String> accounts;

    @Override
    public Integer call() throws Exception {
        for (var account : accounts) {
            Here.commandAccount(account, "reduce");
            System.out.println(account + " only reduces");
        }
        return 0;
    }
}
