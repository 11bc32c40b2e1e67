package io.millrace.streams.runtime;

import io.millrace.core.execution.PaperModels;
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
 * @param paper what the paper venue assumes ({@link PaperVenueSettings})
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
        PaperModels paper) {
    private static final int MAX_THREADS = 256;

    /** Reads all, adding errors to {@code settings}. */
    public static StreamsSettings read(Settings settings) {
        return new StreamsSettings(
                settings.text("MILLRACE_KAFKA"),
                settings.url("MILLRACE_REGISTRY"),
                settings.statusAddress(),
                settings.path("MILLRACE_STATE"),
                settings.text("MILLRACE_INSTANCE", "0"),
                settings.duration("MILLRACE_COMMIT_INTERVAL", Duration.ofMillis(50)),
                settings.integer("MILLRACE_THREADS", 1, 1, MAX_THREADS),
                settings.duration("MILLRACE_CLOCK_WAIT_BOUND", Duration.ofSeconds(60)),
                PaperVenueSettings.read(settings));
    }
}
