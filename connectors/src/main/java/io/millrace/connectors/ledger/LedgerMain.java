package io.millrace.connectors.ledger;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import io.millrace.schemas.process.Status;
import io.millrace.schemas.process.StatusServer;
import java.net.InetSocketAddress;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledger until it is ended by a signal.
 *
 * <p>Environment: {@code MILLRACE_KAFKA}, {@code MILLRACE_REGISTRY}, {@code MILLRACE_POSTGRES}, {@code
 * MILLRACE_POSTGRES_USER}, {@code MILLRACE_POSTGRES_PASSWORD}, {@code MILLRACE_STATUS_PORT}.
 */
public final class LedgerMain {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerMain.class);
    private static final int WRONG_SETTINGS = 2;

    private LedgerMain() {}

    public static void main(String[] args) {
        try {
            var settings = Settings.ofEnvironment();
            var ledger = LedgerSettings.of(settings);
            var statusAddress = settings.statusAddress();
            settings.check();
            run(ledger, ConfluentRegistry.at(ledger.registry()), statusAddress);
        } catch (InvalidSettingsException e) {
            LOG.error("{}", e.getMessage());
            System.exit(WRONG_SETTINGS);
        }
    }

    static void run(LedgerSettings settings, SchemaRegistry registry, InetSocketAddress statusAddress) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var ledger = new Ledger(settings, registry, metrics);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ledger), "stop"));
        try (var status = new StatusServer(statusAddress, () -> status(ledger), metrics::scrape)) {
            LOG.info("status at port {}", status.port());
            ledger.run();
        }
    }

    private static Status status(Ledger ledger) {
        var state = ledger.state();
        var details = Map.of("state", state.detail(), "lag", Long.toString(ledger.lag()));
        return state.running() ? Status.healthy(details) : Status.unhealthy(details);
    }

    private static void stop(Ledger ledger) {
        try {
            ledger.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
