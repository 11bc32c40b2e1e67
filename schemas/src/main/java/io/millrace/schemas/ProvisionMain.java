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
    private ProvisionMain() {}

    public static void main(String[] args) {
        try {
            var settings = Settings.ofEnvironment();
            var kafka = settings.text("MILLRACE_KAFKA");
            var registry = settings.url("MILLRACE_REGISTRY");
            var sizing = Sizing.of(settings);
            settings.check();
            Map<String, Object> admin = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
            Provisioning.provision(admin, ConfluentRegistry.at(registry), sizing, System.out::println);
        } catch (InvalidSettingsException | IllegalStateException | KafkaException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
