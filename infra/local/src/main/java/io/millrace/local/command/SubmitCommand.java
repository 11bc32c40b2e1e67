package io.millrace.local.command;

import io.millrace.local.flink.FlinkJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace submit}. */
@Command(
        name = "submit",
        description = {
            "Submits a Flink job to the running cluster; one that runs already is left alone, one that ran before goes on",
            "from its newest checkpoint."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace submit signals"})
public final class SubmitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "bars-indicators, features or signals.")
    private String job;

    @Override
    public Integer call() throws Exception {
        var submission = Here.requirePlatform().parts().submission();
        var id = submission.submit(FlinkJob.named(job));
        submission.awaitRunning(id);
        System.out.println(job + " runs as " + id);
        return 0;
    }
}
