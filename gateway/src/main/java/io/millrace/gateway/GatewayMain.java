package io.millrace.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.gateway.control.ControlStore;
import io.millrace.gateway.control.Outbox;
import io.millrace.gateway.control.WrittenSchemas;
import io.millrace.gateway.http.BearerToken;
import io.millrace.gateway.http.HttpListener;
import io.millrace.gateway.view.TopicFollower;
import io.millrace.gateway.view.Views;
import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the gateway with the settings of its environment, see {@link GatewaySettings}; SIGTERM ends it. */
public final class GatewayMain {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayMain.class);
    private static final String DATABASE_UP = "gateway.database.up";
    private static final String VIEWS_LOADED = "gateway.views.loaded";
    private static final String TOKEN_FILE = "gateway.token";

    private GatewayMain() {}

    public static void main(String[] args) {
        try {
            start(GatewaySettings.read(Settings.ofEnvironment()));
        } catch (InvalidSettingsException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (RuntimeException e) {
            LOG.error("the gateway does not start: {}", e.getMessage(), e);
            System.exit(1);
        }
    }

    private static void start(GatewaySettings settings) {
        var tokenFile = settings.state().resolve(TOKEN_FILE);
        var token = settings.token().map(BearerToken::of).orElseGet(() -> BearerToken.in(tokenFile));
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        var registry = ConfluentRegistry.at(settings.registry());
        var views = Views.empty();
        var follower = TopicFollower.of(settings.kafka(), registry, views.feeds(), metrics);
        var store = ControlStore.open(settings.postgres(), settings.postgresUser(), settings.postgresPassword());
        Gauge.builder(DATABASE_UP, store, open -> open.isAvailable() ? 1 : 0)
                .description("1 if the database can be reached, else 0")
                .register(metrics);
        Gauge.builder(VIEWS_LOADED, follower, reader -> reader.isLoaded() ? 1 : 0)
                .description("1 if the views hold all that is in the topics, else 0")
                .register(metrics);
        var gateway =
                new Gateway(store, new Outbox(registry), views, follower::isLoaded, metrics, InstantSource.system());
        var http = HttpListener.open(
                settings.host(), settings.port(), gateway.endpoints(), token, ControlStore.CONNECTIONS, metrics);
        follower.start();
        var schemas = WrittenSchemas.loading(registry);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            http.close();
                            schemas.close();
                            follower.close();
                            store.close();
                            LOG.info("the gateway has stopped");
                        },
                        "stop"));
        LOG.info(
                "the gateway listens on {}:{}, its token is {}",
                settings.host(),
                http.port(),
                settings.token().isPresent() ? "the given one" : "in " + tokenFile);
    }
}
