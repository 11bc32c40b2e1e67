package io.millrace.connectors.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import io.millrace.schemas.process.Status;
import io.millrace.schemas.process.StatusServer;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox until it is ended by a signal.
 *
 * <p>Environment: {@code MILLRACE_KAFKA}, {@code MILLRACE_POSTGRES}, {@code MILLRACE_POSTGRES_USER}, {@code
 * MILLRACE_POSTGRES_PASSWORD}, {@code MILLRACE_STATUS_PORT}, {@code MILLRACE_OUTBOX_POLL} (0.01s), {@code
 * MILLRACE_OUTBOX_HEARTBEAT} (10s).
 */
public final class OutboxMain {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxMain.class);
    private static final int WRONG_SETTINGS = 2;

    private OutboxMain() {}

    public static void main(String[] args) {
        try {
            var settings = Settings.ofEnvironment();
            var outbox = OutboxSettings.of(settings);
            var statusAddress = settings.statusAddress();
            settings.check();
            run(outbox, statusAddress);
        } catch (InvalidSettingsException e) {
            LOG.error("{}", e.getMessage());
            System.exit(WRONG_SETTINGS);
        }
    }

    private static void run(OutboxSettings settings, InetSocketAddress statusAddress) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var catalogue = Topics.all().stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
        var connector = new OutboxConnector(settings, catalogue, metrics);
        measureSlot(metrics, new OutboxDatabase(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(connector), "stop"));
        try (var status = new StatusServer(statusAddress, () -> status(connector.state()), metrics::scrape)) {
            LOG.info("status at port {}", status.port());
            connector.run();
        }
    }

    private static void measureSlot(PrometheusMeterRegistry metrics, OutboxDatabase database) {
        Gauge.builder(Metrics.SLOT_LAG, database, OutboxMain::slotLag)
                .description("Write-ahead log kept for the outbox's slot")
                .strongReference(true)
                .register(metrics);
    }

    private static double slotLag(OutboxDatabase database) {
        try {
            return database.slotLagBytes();
        } catch (SQLException e) {
            LOG.debug("Postgres does not tell the slot's lag", e);
            return Double.NaN;
        }
    }

    private static Status status(OutboxConnector.State state) {
        var details = Map.of("state", state.detail());
        return state.streaming() ? Status.healthy(details) : Status.unhealthy(details);
    }

    private static void stop(OutboxConnector connector) {
        try {
            connector.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
