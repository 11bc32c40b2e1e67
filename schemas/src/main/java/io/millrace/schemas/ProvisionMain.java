package io.millrace.schemas;

import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Provisions the broker {@code MILLRACE_KAFKA} and the registry {@code MILLRACE_REGISTRY}; sizes as in {@link Sizing}.
 * Ends with status 0, or with 1 and a line per error.
 */
public final class ProvisionMain {
    private static final int TIMEOUT_MILLIS = 30_000;

    private ProvisionMain() {}

    public static void main(String[] args) {
        var settings = Settings.ofEnvironment();
        var kafka = settings.text("MILLRACE_KAFKA");
        var registry = settings.url("MILLRACE_REGISTRY");
        var sizing = Sizing.of(settings);
        try {
            settings.check();
            Map<String, Object> admin = Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
            Provisioning.provision(admin, ConfluentRegistry.at(registry), sizing, System.out::println);
        } catch (KafkaException e) {
            fail("Kafka " + kafka + " cannot be provisioned: " + e.getMessage());
        } catch (InvalidSettingsException | IllegalStateException | UncheckedIOException e) {
            fail(e.getMessage());
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
