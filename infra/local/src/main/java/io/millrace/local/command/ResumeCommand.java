package io.millrace.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace resume}. */
@Command(
        name = "resume",
        description = "Lifts halt and reduce: accounts trade as their policies say.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace resume demo"})
public final class ResumeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ACCOUNT")
    private List<String> accounts;

    @Override
    public Integer call() throws Exception {
        for (var account : accounts) {
            Here.commandAccount(account, "resume");
            System.out.println(account + " resumes");
        }
        return 0;
    }
}
