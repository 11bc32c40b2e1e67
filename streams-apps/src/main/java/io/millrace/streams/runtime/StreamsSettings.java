package io.millrace.streams.runtime;

import io.millrace.schemas.process.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the streams apps are told from outside.
 *
 * @param kafka {@code MILLRACE_KAFKA}: bootstrap servers
 * @param registry {@code MILLRACE_REGISTRY}: base URL of the schema registry's Confluent API
 * @param status {@code MILLRACE_STATUS_HOST, MILLRACE_STATUS_PORT}: where health and metrics are served
 * @param state {@code MILLRACE_STATE}: directory of the local state; a process started again on it continues at once
 * @param instance {@code MILLRACE_INSTANCE} (0): name of this process among several of the same stage, the same after a
 *     restart
 * @param commitInterval {@code MILLRACE_COMMIT_INTERVAL} (0.05s): longest time until output that nobody waits for becomes
 *     visible; what the loop waits for is committed at once
 * @param threads {@code MILLRACE_THREADS} (1) of each app
 * @param clockWaitBound {@code MILLRACE_CLOCK_WAIT_BOUND} (60s): wall time after which risk decides without a clock that
 *     stays away
 * @param venueLatency {@code MILLRACE_VENUE_LATENCY} (0.05s) of the paper venue, event time
 * @param slippageBps {@code MILLRACE_SLIPPAGE_BPS} (0) of the paper venue's market orders, in 1/10,000
 */
public record StreamsSettings(
        String kafka,
        String registry,
        InetSocketAddress status,
        Path state,
        String instance,
        Duration commitInterval,
        int threads,
        Duration clockWaitBound,
        Duration venueLatency,
        long slippageBps) {
    private static final long MAX_SLIPPAGE_BPS = 9_999;
    private static final int MAX_THREADS = 256;

    /** Reads all, adding errors to {@code settings}. */
    public static StreamsSettings read(Settings settings) {
        var venueLatency = settings.duration("MILLRACE_VENUE_LATENCY", Duration.ofMillis(50));
        if (venueLatency.isZero()) {
            settings.reject("MILLRACE_VENUE_LATENCY", "at least 1 ns", venueLatency);
        }
        return new StreamsSettings(
                settings.text("MILLRACE_KAFKA"),
                settings.url("MILLRACE_REGISTRY"),
                settings.statusAddress(),
                settings.path("MILLRACE_STATE"),
                settings.text("MILLRACE_INSTANCE", "0"),
                settings.duration("MILLRACE_COMMIT_INTERVAL", Duration.ofMillis(50)),
                settings.integer("MILLRACE_THREADS", 1, 1, MAX_THREADS),
                settings.duration("MILLRACE_CLOCK_WAIT_BOUND", Duration.ofSeconds(60)),
                venueLatency,
                settings.number("MILLRACE_SLIPPAGE_BPS", 0, 0, MAX_SLIPPAGE_BPS));
    }
}
