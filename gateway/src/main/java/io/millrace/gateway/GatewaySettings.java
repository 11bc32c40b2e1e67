package io.millrace.gateway;

import io.millrace.schemas.process.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the gateway is told by its environment.
 *
 * @param port of HTTP, 0 for any free one
 * @param host address to listen on
 * @param kafka bootstrap addresses
 * @param registry base URL of the schema registry's Confluent API
 * @param postgres JDBC URL
 * @param state directory that keeps the token
 * @param token the bearer token, if it is given and not to be made
 */
record GatewaySettings(
        int port,
        String host,
        String kafka,
        String registry,
        String postgres,
        String postgresUser,
        String postgresPassword,
        Path state,
        Optional<String> token) {
    private static final int LEAST_TOKEN_LENGTH = 32;

    /**
     * Reads all settings.
     *
     * @throws io.millrace.schemas.process.InvalidSettingsException naming every setting that is wrong
     */
    static GatewaySettings read(Settings settings) {
        int port = settings.integer("MILLRACE_HTTP_PORT", 8080, 0, 65_535);
        var host = settings.text("MILLRACE_HTTP_HOST", "127.0.0.1");
        var kafka = settings.text("MILLRACE_KAFKA");
        var registry = settings.url("MILLRACE_REGISTRY");
        var postgres = settings.text("MILLRACE_POSTGRES");
        var user = settings.text("MILLRACE_POSTGRES_USER");
        var password = settings.text("MILLRACE_POSTGRES_PASSWORD", "");
        var token = Optional.of(settings.text("MILLRACE_GATEWAY_TOKEN", "")).filter(text -> !text.isEmpty());
        token.filter(text -> text.length() < LEAST_TOKEN_LENGTH)
                .ifPresent(text -> settings.reject(
                        "MILLRACE_GATEWAY_TOKEN",
                        "at least " + LEAST_TOKEN_LENGTH + " characters",
                        text.length() + " characters"));
        var state = token.isPresent() ? Path.of("") : settings.path("MILLRACE_STATE");
        settings.check();
        return new GatewaySettings(port, host, kafka, registry, postgres, user, password, state, token);
    }
}
