package io.millrace.local.command;

import io.millrace.local.platform.RunningPlatform;
import io.millrace.local.process.Supervisor;
import io.millrace.local.setup.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code millrace down}. */
@Command(
        name = "down",
        description = "Stops the platform that runs here, and whatever a killed launcher left running.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace down"})
public final class DownCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        boolean any = false;
        var platform = Here.platform();
        if (platform.isPresent()) {
            any = true;
            if (!platform.get().stop()) {
                System.err.println("millrace down: the launcher, process "
                        + platform.get().launcher().pid() + ", does not stop");
                return 1;
            }
        }
        for (var state : RunningPlatform.states(Installation.find(), System.getenv())) {
            for (var orphan : Supervisor.endOrphans(state.run())) {
                any = true;
                System.out.println(orphan + " was left running: ended");
            }
        }
        System.out.println(any ? "stopped" : "nothing runs here");
        return 0;
    }
}
