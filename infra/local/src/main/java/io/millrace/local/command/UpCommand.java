package io.millrace.local.command;

import io.millrace.local.Installation;
import io.millrace.local.LocalPlatform;
import io.millrace.local.PortPlan;
import io.millrace.local.State;
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
        var installation = Installation.find();
        var state = State.of(installation, System.getenv());
        var end = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        long start = System.nanoTime();
        var ports = PortPlan.of(System.getenv());
        var progress = new PrintedProgress(System.out);
        try (var platform = LocalPlatform.start(installation, state, ports, progress)) {
            System.out.printf("up after %.1f s%n", (System.nanoTime() - start) / 1e9);
            platform.residentBytes().forEach((part, bytes) -> System.out.printf("%-12s %5d MiB%n", part, bytes >> 20));
            end.await();
        } finally {
            ended.countDown();
        }
        return 0;
    }
}
