package io.millrace.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace halt}. */
@Command(
        name = "halt",
        description = "Halts accounts: all their open orders are canceled and no more are taken, until resume.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace halt demo"})
public final class HaltCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ACCOUNT")
    private List<String> accounts;

    @Override
    public Integer call() throws Exception {
        for (var account : accounts) {
            Here.commandAccount(account, "halt");
            System.out.println(account + " halts");
        }
        return 0;
    }
}
