package io.millrace.local.command;

import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.State;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code millrace up}. */
@Command(
        name = "up",
        description = "Starts the local platform and keeps it up until Ctrl-C or ./millrace down.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace up"})
public final class UpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        return Interruptible.call(UpCommand::run);
    }

    private static int run() throws Exception {
        var installation = Installation.find();
        var state = State.of(installation, System.getenv());
        var ports = PortPlan.of(System.getenv());
        var progress = new PrintedProgress(System.out);
        long start = System.nanoTime();
        try (var platform = LocalPlatform.start(installation, state, ports, progress)) {
            platform.startSignals();
            System.out.printf(Locale.ROOT, "up after %.1f s; Ctrl-C stops it%n", (System.nanoTime() - start) / 1e9);
            platform.residentBytes().forEach((part, bytes) -> System.out.printf("%-12s %5d MiB%n", part, bytes >> 20));
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
