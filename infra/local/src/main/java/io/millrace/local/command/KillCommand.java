package io.millrace.local.command;

import io.millrace.local.gateway.GatewayClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace kill}. */
@Command(
        name = "kill",
        description = {
            "Halts every account at once: all open orders are canceled and no more are taken.",
            "Waits until no order is open. Each account trades again after ./millrace resume ACCOUNT."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace kill"})
public final class KillCommand implements Callable<Integer> {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long POLL_MILLIS = 20;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = IntervalConverter.class,
            defaultValue = "10s",
            description = "How long to wait for the last cancel. Default: ${DEFAULT-VALUE}.")
    private Duration wait;

    @Override
    public Integer call() throws Exception {
        var gateway = Here.gateway();
        long started = System.nanoTime();
        var answer = gateway.send(
                "POST",
                "/v1/kill",
                Optional.empty(),
                Optional.of(UUID.randomUUID().toString()));
        System.out.printf("%d accounts halt (%d ms)%n", answer.path("accounts").size(), millisSince(started));
        while (isAnyOpen(gateway)) {
            if (millisSince(started) > wait.toMillis()) {
                throw new IOException("orders are still open after " + wait.toSeconds()
                        + " s; ./millrace order list ACCOUNT --open shows them");
            }
            Thread.sleep(POLL_MILLIS);
        }
        System.out.printf("no order is open (%d ms)%n", millisSince(started));
        return 0;
    }

    private static boolean isAnyOpen(GatewayClient gateway) throws IOException, InterruptedException {
        return !gateway.send("GET", "/v1/orders?open=true&limit=1", Optional.empty(), Optional.empty())
                .path("orders")
                .isEmpty();
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / NANOS_PER_MILLI;
    }
}
