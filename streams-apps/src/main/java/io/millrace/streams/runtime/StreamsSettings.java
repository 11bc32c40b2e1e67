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
 * @param standbys {@code MILLRACE_STANDBYS} (1): copies of a task's state kept by other instances, where there are any
 * @param sessionTimeout {@code MILLRACE_SESSION_TIMEOUT} (6s): how long an instance that is gone keeps its tasks; no less
 *     than the broker's {@code group.min.session.timeout.ms}
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
        int standbys,
        Duration sessionTimeout,
        Duration clockWaitBound,
        PaperModels paper) {
    private static final int MAX_THREADS = 256;
    private static final int MAX_STANDBYS = 3;
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(1);

    /** Reads all, adding errors to {@code settings}. */
    public static StreamsSettings read(Settings settings) {
        var sessionTimeout = settings.duration("MILLRACE_SESSION_TIMEOUT", Duration.ofSeconds(6));
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0) {
            settings.reject("MILLRACE_SESSION_TIMEOUT", "at least 1 s", sessionTimeout);
        }
        return new StreamsSettings(
                settings.text("MILLRACE_KAFKA"),
                settings.url("MILLRACE_REGISTRY"),
                settings.statusAddress(),
                settings.path("MILLRACE_STATE"),
                settings.text("MILLRACE_INSTANCE", "0"),
                settings.duration("MILLRACE_COMMIT_INTERVAL", Duration.ofMillis(50)),
                settings.integer("MILLRACE_THREADS", 1, 1, MAX_THREADS),
                settings.integer("MILLRACE_STANDBYS", 1, 0, MAX_STANDBYS),
                sessionTimeout,
                settings.duration("MILLRACE_CLOCK_WAIT_BOUND", Duration.ofSeconds(60)),
                PaperVenueSettings.read(settings));
    }
}
