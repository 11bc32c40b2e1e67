package io.millrace.local.command;

import io.millrace.local.gateway.GatewayClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final List<String> OPEN = List.of("APPROVED", "ACCEPTED", "PARTIALLY_FILLED");

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
        var halts = new TreeMap<String, Long>();
        gateway.send(
                        "POST",
                        "/v1/kill",
                        Optional.empty(),
                        Optional.of(UUID.randomUUID().toString()))
                .path("accounts")
                .forEach(halt -> halts.put(
                        halt.path("accountId").asText(), halt.path("ordinal").asLong()));
        System.out.printf("%d accounts are told to halt (%d ms)%n", halts.size(), millisSince(started));
        while (!isTaken(halts, gateway)) {
            pause(started);
        }
        System.out.printf("risk takes no order any more (%d ms)%n", millisSince(started));
        while (isAnyOpen(gateway)) {
            pause(started);
        }
        System.out.printf("no order is open (%d ms)%n", millisSince(started));
        return 0;
    }

    private void pause(long started) throws IOException, InterruptedException {
        if (millisSince(started) > wait.toMillis()) {
            throw new IOException("not done after " + wait.toSeconds()
                    + " s; ./millrace order list ACCOUNT --open shows what is open, ./millrace status what runs");
        }
        Thread.sleep(POLL_MILLIS);
    }

    /** A later halt of an account stands for ours. */
    private static boolean isTaken(Map<String, Long> halts, GatewayClient gateway)
            throws IOException, InterruptedException {
        var missing = new TreeSet<>(halts.keySet());
        for (var command : gateway.send("GET", "/v1/commands", Optional.empty(), Optional.empty())
                .path("commands")) {
            var account = command.path("accountId").asText();
            if (command.path("action").asText().equals("HALT")
                    && command.path("ordinal").asLong() >= halts.getOrDefault(account, Long.MAX_VALUE)) {
                missing.remove(account);
            }
        }
        return missing.isEmpty();
    }

    /** What risk has not seen is not open: it will be rejected. */
    private static boolean isAnyOpen(GatewayClient gateway) throws IOException, InterruptedException {
        for (var status : OPEN) {
            var orders = gateway.send("GET", "/v1/orders?limit=1&status=" + status, Optional.empty(), Optional.empty())
                    .path("orders");
            if (!orders.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / NANOS_PER_MILLI;
    }
}
